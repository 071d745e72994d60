package dev.sotto.channel.websocket;

import dev.sotto.access.Limiter;
import dev.sotto.access.Origin;
import dev.sotto.access.RateLimits;
import dev.sotto.channel.Census;
import dev.sotto.channel.Doorkeeper;
import dev.sotto.channel.Refusals;
import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Sessions;
import dev.sotto.time.Timers;
import dev.sotto.voice.Voices;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.util.Optional;

/** Turns requests into WebSocket connections. Safe for any thread. */
public final class Sockets {

    private final SocketSurroundings around;

    public Sockets(
            SocketSettings settings,
            Doorkeeper door,
            Sessions sessions,
            RateLimits limits,
            Refusals refusals,
            Metrics metrics,
            Timers timers,
            Voices voices) {
        this.around = new SocketSurroundings(
                settings, new Greeting(door, sessions), limits, refusals, metrics, timers, voices);
        metrics.boundLimit(Bound.WRITE_QUEUE, settings.writeQueue());
    }

    /**
     * Upgrades a connection. Who is at the other end is not known yet; that its page may come at all is.
     *
     * @param origin of the page, if it is one; already admitted
     * @param place of the connection among the others, which is given back when it ends
     * @return completes when the connection is a WebSocket; fails if the request does not ask for one in form, which
     *     Vert.x has answered then
     * @throws RefusedException with {@code rate.limited} if too many come from this address
     */
    public Future<Void> upgrade(HttpServerRequest request, Optional<Origin> origin, Census.Place place) {
        Peer peer =
                new Peer(request.remoteAddress().host(), request.remoteAddress().port(), origin);
        around.limits().demand(Limiter.CONNECTIONS_BY_ADDRESS, peer.address());
        return request.toWebSocket().map(socket -> {
            ContextInternal context = (ContextInternal) Vertx.currentContext();
            new SocketConnection(socket, context, peer, place, around).start();
            return null;
        });
    }
}

package dev.sotto.channel.http;

import dev.sotto.access.Limiter;
import dev.sotto.access.Origin;
import dev.sotto.access.OriginPolicy;
import dev.sotto.access.RateLimits;
import dev.sotto.channel.Census;
import dev.sotto.channel.Refusals;
import dev.sotto.channel.websocket.Sockets;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.time.Timers;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where every connection and request comes in, and the order in which it is looked at: whether there is room, where it
 * leads, whether its page may ask, what it brings. Safe for any thread.
 */
public final class HttpEntrance {

    private static final String API = "/v1/";
    private static final String SOCKET = "/v1/socket";
    private static final Pattern JSON = Pattern.compile("(?i)application/json(?:\\s*;\\s*charset=\"?utf-8\"?)?\\s*");

    private final Routes routes;
    private final StaticPages pages;
    private final Sockets sockets;
    private final OriginPolicy origins;
    private final RateLimits limits;
    private final Refusals refusals;
    private final Timers timers;
    private final Visits visits;
    private final int maxBody;

    /**
     * @param maxBody bytes of a body
     */
    public HttpEntrance(
            Api api,
            StaticPages pages,
            Sockets sockets,
            OriginPolicy origins,
            Refusals refusals,
            Census census,
            Timers timers,
            int maxBody) {
        this.routes = api.routes();
        this.pages = pages;
        this.sockets = sockets;
        this.origins = origins;
        this.limits = api.limits();
        this.refusals = refusals;
        this.timers = timers;
        this.visits = new Visits(census, timers);
        this.maxBody = maxBody;
    }

    /** Takes a new connection. */
    public void connected(HttpConnection connection) {
        visits.arrived(connection);
    }

    /** Takes what is no request (RFC 9112), of which nothing is repeated. */
    public void malformed(HttpServerRequest request) {
        visits.requested(request.connection());
        Exchange exchange = new Exchange(request, visits, timers);
        exchange.refuse(refusals.explain(new RefusedException(RefusalCode.FRAME_MALFORMED)));
        exchange.closeAfterwards();
    }

    /** Takes a request. */
    public void requested(HttpServerRequest request) {
        Census.Place place = visits.requested(request.connection());
        Exchange exchange = new Exchange(request, visits, timers);
        try {
            demandRoom(request, place);
            lead(exchange, place);
        } catch (RuntimeException refused) {
            exchange.refuse(refusals.explain(refused));
        }
        if (!place.isGranted()) {
            exchange.closeAfterwards();
        }
    }

    private void demandRoom(HttpServerRequest request, Census.Place place) {
        if (!place.isGranted()) {
            throw new RefusedException(RefusalCode.BUSY_SOCKETS);
        }
        SocketAddress remote = request.remoteAddress();
        limits.demand(Limiter.FRAMES_BY_CONNECTION, remote.host() + "/" + remote.port());
    }

    private void lead(Exchange exchange, Census.Place place) {
        HttpServerRequest request = exchange.request();
        String path = request.path();
        if (path == null) {
            throw new RefusedException(RefusalCode.PATH_UNKNOWN);
        }
        if (path.equals(SOCKET)) {
            upgrade(exchange, place);
        } else if (path.startsWith(API)) {
            call(exchange, path);
        } else {
            show(exchange, path);
        }
    }

    private void show(Exchange exchange, String path) {
        StaticPages.Page page = pages.at(path).orElseThrow(() -> new RefusedException(RefusalCode.PATH_UNKNOWN));
        HttpMethod method = exchange.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            throw wrongMethod(exchange, "GET, HEAD");
        }
        exchange.show(page);
    }

    private void upgrade(Exchange exchange, Census.Place place) {
        HttpServerRequest request = exchange.request();
        Optional<Origin> origin = origins.admit(request.getHeader(HttpHeaders.ORIGIN));
        if (!request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            throw new RefusedException(RefusalCode.FRAME_UNEXPECTED);
        }
        HttpConnection connection = request.connection();
        sockets.upgrade(request, origin, place)
                .onSuccess(done -> visits.upgraded(connection))
                .onFailure(failed -> visits.answered(connection));
    }

    private void call(Exchange exchange, String path) {
        HttpServerRequest request = exchange.request();
        Routes.Match match = routes.find(path).orElseThrow(() -> new RefusedException(RefusalCode.PATH_UNKNOWN));
        Optional<Origin> origin = origins.admit(request.getHeader(HttpHeaders.ORIGIN));
        exchange.share();
        String allowed = match.route().method() + ", OPTIONS";
        if (request.method().equals(HttpMethod.OPTIONS)) {
            exchange.permit(allowed);
        } else if (!request.method().equals(match.route().method())) {
            throw wrongMethod(exchange, allowed);
        } else {
            bodyOf(request, match.route())
                    .compose(body -> answered(exchange, match, origin, body))
                    .onSuccess(exchange::answer)
                    .onFailure(failure -> exchange.refuse(refusals.explain(failure)));
        }
    }

    private Future<ByteBuf> bodyOf(HttpServerRequest request, Route route) {
        if (route.body() == Route.BodyRule.NONE) {
            return Future.succeededFuture(Unpooled.EMPTY_BUFFER);
        }
        if (!isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
            throw new RefusedException(RefusalCode.TYPE_UNSUPPORTED);
        }
        return BodyReader.read(request, maxBody, timers);
    }

    private static Future<Answer> answered(
            Exchange exchange, Routes.Match match, Optional<Origin> origin, ByteBuf body) {
        try {
            Call call = new Call(
                    exchange.request().remoteAddress().host(), origin, exchange.bearer(), match.id(), body.nioBuffer());
            return match.route().endpoint().answer(call);
        } finally {
            body.release();
        }
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && JSON.matcher(type).matches();
    }

    private static RefusedException wrongMethod(Exchange exchange, String allowed) {
        exchange.response().putHeader(HttpHeaders.ALLOW, allowed);
        return new RefusedException(RefusalCode.METHOD_UNKNOWN);
    }
}

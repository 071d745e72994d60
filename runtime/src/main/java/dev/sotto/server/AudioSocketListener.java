package dev.sotto.server;

import dev.sotto.channel.audiosocket.AudioSockets;
import dev.sotto.config.ListenAddress;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The port where telephone calls come in, without encryption. Each event loop accepts its share of them. */
final class AudioSocketListener {

    private static final EventLog LOG = EventLog.of(Component.CHANNEL);

    /** What the kernel holds for an exchange that does not read: about a second of audio. Left to itself it takes megabytes. */
    private static final int SEND_BUFFER = 16 * 1024;

    private final List<NetServer> servers = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final NetServerOptions options;
    private final AudioSockets calls;

    AudioSocketListener(Vertx vertx, ListenAddress address, AudioSockets calls) {
        this.vertx = vertx;
        this.options = new NetServerOptions()
                .setHost(address.host())
                // Below zero: one free port, but the same for all event loops; each number stands for another port.
                .setPort(address.port() == 0 ? -2 : address.port())
                // Twenty milliseconds that wait for company are late.
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true)
                .setSendBufferSize(SEND_BUFFER);
        this.calls = calls;
    }

    /**
     * Opens the port.
     *
     * @return fails with the socket's exception, {@link java.net.BindException} for one
     */
    Future<Void> open() {
        return vertx.deployVerticle(Acceptor::new, new DeploymentOptions().setInstances(EventLoopThreads.count()))
                .onSuccess(deployed -> LOG.info(Event.LISTENER_OPENED, Field.port(port())))
                .mapEmpty();
    }

    /** Returns the number of the open port, also if any free one was asked for. */
    int port() {
        return servers.get(0).actualPort();
    }

    /** Accepts connections on one event loop. */
    private final class Acceptor extends VerticleBase {

        @Override
        public Future<?> start() {
            NetServer server = vertx.createNetServer(options).connectHandler(calls::accept);
            return server.listen().onSuccess(servers::add);
        }
    }
}

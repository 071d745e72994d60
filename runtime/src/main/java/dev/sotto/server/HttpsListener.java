package dev.sotto.server;

import dev.sotto.config.LimitsConfig;
import dev.sotto.config.ListenAddress;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.tls.Certificates;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The one port where people come in, over TLS and nothing else. Each event loop accepts its share of the connections.
 *
 * <p>It speaks HTTP/1.1 only: the page loads a handful of files and then lives on one WebSocket, which HTTP/2 as
 * browsers use it cannot carry here, and its state would cost every connection memory. Compression is off because of
 * what lengths give away (RFC 7457, 2.6), and because it keeps windows of what was said.
 */
final class HttpsListener {

    private static final EventLog LOG = EventLog.of(Component.CHANNEL);
    private static final int BACKLOG = 1024;
    private static final int MAX_LINE = 4096;
    private static final int MAX_HEAD = 8192;

    /** Less than the kernel would lend: a client that does not read holds up this much there, besides our own queue. */
    private static final int SEND_BUFFER = 64 * 1024;

    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private final Vertx vertx;
    private final HttpServerOptions options;
    private final Threshold threshold;

    HttpsListener(
            Vertx vertx,
            ListenAddress address,
            Certificates certificates,
            LimitsConfig.Sizes sizes,
            Threshold threshold) {
        this.vertx = vertx;
        this.options = certificates.secure(options(address, sizes));
        this.threshold = threshold;
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

    /** Returns what accepts connections, for who looks after the certificate. */
    List<HttpServer> servers() {
        return List.copyOf(servers);
    }

    private static HttpServerOptions options(ListenAddress address, LimitsConfig.Sizes sizes) {
        int frame = Math.max(sizes.frame().asInt(), sizes.binaryFrame().asInt());
        return new HttpServerOptions()
                .setHost(address.host())
                // Below zero: one free port, but the same for all event loops.
                .setPort(address.port() == 0 ? -1 : address.port())
                .setAcceptBacklog(BACKLOG)
                .setSendBufferSize(SEND_BUFFER)
                .setTcpKeepAlive(true)
                .setMaxInitialLineLength(MAX_LINE)
                .setMaxHeaderSize(MAX_HEAD)
                .setMaxWebSocketFrameSize(frame)
                .setMaxWebSocketMessageSize(frame)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setHttp2ClearTextEnabled(false)
                .setTracingPolicy(TracingPolicy.IGNORE);
    }

    /** Accepts connections on one event loop. */
    private final class Acceptor extends VerticleBase {

        @Override
        public Future<?> start() {
            HttpServer server = vertx.createHttpServer(options)
                    .connectionHandler(threshold::connected)
                    .requestHandler(threshold::requested)
                    .invalidRequestHandler(threshold::malformed)
                    // Of handshakes that fail nothing is told but that they do: Netty quotes bytes that are no TLS.
                    .exceptionHandler(failed -> LOG.debug(Event.CONNECTION_REFUSED));
            return server.listen().onSuccess(servers::add);
        }
    }
}

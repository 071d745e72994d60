package dev.sotto.health;

import dev.sotto.config.ListenAddress;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Metrics;
import dev.sotto.tls.Certificates;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;

/**
 * The listener for machines that look after this one: {@code /health/live}, {@code /health/ready} and {@code /metrics},
 * over TLS with the same certificate as people's. It asks nobody who they are and tells nothing about anybody.
 */
public final class ManagementServer {

    private static final EventLog LOG = EventLog.of(Component.HEALTH);
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String JSON = "application/json";

    /** A monitor that goes silent does not keep a connection for longer than this. */
    private static final int IDLE_SECONDS = 60;

    private final Vertx vertx;
    private final Readiness readiness;
    private final Metrics metrics;
    private final HttpServer http;

    private ManagementServer(
            Vertx vertx, ListenAddress address, Certificates certificates, Readiness readiness, Metrics metrics) {
        this.vertx = vertx;
        this.readiness = readiness;
        this.metrics = metrics;
        HttpServerOptions options = new HttpServerOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setIdleTimeout(IDLE_SECONDS);
        this.http = vertx.createHttpServer(certificates.secure(options)).requestHandler(this::answer);
    }

    /**
     * Starts to listen.
     *
     * @param address off loopback only if somebody configured it so
     * @return fails with the socket's exception, {@link java.net.BindException} for one, if it cannot listen there
     */
    public static Future<ManagementServer> start(
            Vertx vertx, ListenAddress address, Certificates certificates, Readiness readiness, Metrics metrics) {
        ManagementServer server = new ManagementServer(vertx, address, certificates, readiness, metrics);
        return server.http.listen().map(listening -> {
            LOG.info(Event.LISTENER_OPENED, Field.port(listening.actualPort()));
            return server;
        });
    }

    /** Returns the listener, for who looks after its certificate. */
    public HttpServer http() {
        return http;
    }

    /** Returns the port, also if any free one was asked for. */
    public int port() {
        return http.actualPort();
    }

    /** Stops to listen. */
    public Future<Void> close() {
        return http.close();
    }

    private void answer(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            send(request, 405, JSON, state("refused"));
            return;
        }
        switch (request.path()) {
            case "/health/live" -> send(request, 200, JSON, state("live"));
            case "/health/ready" -> readiness.ask().onSuccess(answer -> ready(request, answer));
            case "/metrics" ->
                vertx.executeBlocking(metrics::scrape, false)
                        .onSuccess(text -> send(request, 200, PROMETHEUS, text))
                        .onFailure(failure -> {
                            LOG.fault(Event.REQUEST_FAILED, failure);
                            send(request, 500, JSON, state("fault"));
                        });
            default -> send(request, 404, JSON, state("unknown"));
        }
    }

    private static void ready(HttpServerRequest request, Readiness.Answer answer) {
        int status = answer == Readiness.Answer.READY ? 200 : 503;
        send(request, status, JSON, state(answer.name().toLowerCase(Locale.ROOT)));
    }

    private static String state(String word) {
        return "{\"state\":\"" + word + "\"}\n";
    }

    private static void send(HttpServerRequest request, int status, String type, String body) {
        HttpServerResponse response = request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // A monitor that went away before its answer came needs none.
        response.end(body).onFailure(gone -> LOG.debug(Event.CONNECTION_CLOSED));
    }
}

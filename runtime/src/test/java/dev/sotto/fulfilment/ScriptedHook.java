package dev.sotto.fulfilment;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PemTrustOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A real HTTPS server on loopback that answers as a script says, one step a request; after the last step it is silent. */
final class ScriptedHook implements AutoCloseable {

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Consumer<HttpServerRequest>> script = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final BlockingQueue<HttpServerResponse> open = new LinkedBlockingQueue<>();

    /** What came. */
    record Received(String path, MultiMap headers, String text) {

        String header(String name) {
            return headers.get(name);
        }
    }

    ScriptedHook(Vertx vertx, TestCertificate certificate, Optional<TestCertificate> client) {
        HttpServerOptions options = new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.options());
        client.ifPresent(trusted -> options.setClientAuth(ClientAuth.REQUIRED)
                .setTrustOptions(
                        new PemTrustOptions().addCertPath(trusted.certificate().toString())));
        server = Waiting.on(
                vertx.createHttpServer(options).requestHandler(this::take).listen(0, "127.0.0.1"));
    }

    int port() {
        return server.actualPort();
    }

    ScriptedHook then(Consumer<HttpServerRequest> step) {
        script.add(step);
        return this;
    }

    /** The next request is answered with this status and body. */
    ScriptedHook answers(int status, String body) {
        return then(request ->
                Waiting.ignore(request.response().setStatusCode(status).end(body)));
    }

    /** The connection of the next request is closed without an answer. */
    ScriptedHook breaksOff() {
        return then(request -> Waiting.ignore(request.connection().close()));
    }

    /** The next request is left waiting. */
    ScriptedHook waits() {
        return then(this::leave);
    }

    /** Returns the response of a request that was left waiting. */
    HttpServerResponse waiting() throws InterruptedException {
        HttpServerResponse response = open.poll(20, TimeUnit.SECONDS);
        if (response == null) {
            throw new AssertionError("no request came");
        }
        return response;
    }

    List<Received> received() {
        return received;
    }

    private void take(HttpServerRequest request) {
        Waiting.ignore(request.body().onSuccess(body -> {
            received.add(new Received(request.uri(), request.headers(), body.toString(StandardCharsets.UTF_8)));
            Consumer<HttpServerRequest> step = script.poll();
            if (step == null) {
                leave(request);
            } else {
                step.accept(request);
            }
        }));
    }

    private void leave(HttpServerRequest request) {
        open.add(request.response());
    }

    @Override
    public void close() {
        Waiting.on(server.close());
    }
}

package dev.sotto.fulfilment;

import dev.sotto.config.ServerConfig;
import dev.sotto.json.ByteSink;
import dev.sotto.lex.LexHookJson;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One HTTPS request and its answer's bytes. Connects to an address that was checked and to no other, verifies that the
 * certificate is the host's, follows no redirect and reads no more than an answer may have. Safe for any event loop.
 */
final class HookHttp {

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    private static final int MAX_HEADERS = 8 * 1024;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final HttpClient client;

    /** @param most calls at a time; each may have two requests under way */
    HookHttp(Vertx vertx, ServerConfig.Hooks config, int most) {
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setForceSni(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setMaxHeaderSize(MAX_HEADERS)
                .setMaxRedirects(0)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        config.ca().ifPresent(ca -> options.setTrustOptions(new PemTrustOptions().addCertPath(ca.toString())));
        config.client()
                .ifPresent(pair -> options.setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(pair.certificate().toString())
                        .setKeyPath(pair.key().path().toString())));
        this.client = vertx.createHttpClient(
                options, new PoolOptions().setHttp1MaxSize(2 * most).setMaxWaitQueueSize(most));
    }

    /**
     * Posts a body.
     *
     * @param started is given the request as soon as there is one, to be able to break it off
     * @return the answer's body, which belongs to the caller, who wipes it; fails with {@link CallFailedException}
     */
    Future<byte[]> post(
            Destination destination,
            int attempt,
            Map<String, String> headers,
            Buffer body,
            Duration timeout,
            Consumer<HttpClientRequest> started) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(destination.host())
                .setPort(destination.port())
                .setServer(SocketAddress.inetSocketAddress(destination.socket(attempt)))
                .setURI(destination.path())
                .setFollowRedirects(false)
                .setConnectTimeout(Math.max(1, timeout.toMillis()));
        headers.forEach(options::putHeader);
        return client.request(options)
                .compose(request -> {
                    started.accept(request);
                    return request.send(body).compose(HookHttp::body);
                })
                .recover(fault -> Future.failedFuture(
                        fault instanceof CallFailedException ? fault : new CallFailedException(Trouble.CONNECTION)));
    }

    private static Future<byte[]> body(HttpClientResponse response) {
        if (response.statusCode() != OK) {
            response.exceptionHandler(brokenOff -> {});
            breakOff(response.request());
            Trouble trouble = response.statusCode() >= SERVER_ERROR ? Trouble.SERVER_ERROR : Trouble.STATUS;
            return Future.failedFuture(new CallFailedException(trouble));
        }
        Promise<byte[]> whole = Promise.promise();
        ByteSink bytes = new ByteSink();
        response.exceptionHandler(fault -> {
            wipe(bytes);
            whole.tryFail(fault);
        });
        response.endHandler(end -> whole.tryComplete(bytes.take()));
        response.handler(part -> {
            if (bytes.length() + part.length() > LexHookJson.MAX_ANSWER) {
                wipe(bytes);
                whole.tryFail(new CallFailedException(Trouble.ANSWER_SIZE));
                breakOff(response.request());
            } else {
                byte[] piece = part.getBytes();
                bytes.write(piece, 0, piece.length);
                Wiping.wipe(piece);
            }
        });
        return whole.future();
    }

    private static void wipe(ByteSink bytes) {
        Wiping.wipe(bytes.take());
    }

    /** Ends a request that nobody waits for; it may have ended by itself. */
    static void breakOff(HttpClientRequest request) {
        request.reset().onFailure(alreadyOver -> {});
    }

    Future<Void> close() {
        return client.close();
    }
}

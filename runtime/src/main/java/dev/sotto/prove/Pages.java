package dev.sotto.prove;

import dev.sotto.client.ClientLoop;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The pages that a server tells its monitors about itself on. Blocking. */
public final class Pages {

    private static final List<String> PATHS = List.of("/metrics", "/health/live", "/health/ready");
    private static final int PATIENCE_S = 10;

    private final Vertx vertx;
    private final URI management;
    private final Optional<Path> authority;

    /**
     * Takes where they are.
     *
     * @param authority a PEM file with the certificate that vouches for the server
     */
    public Pages(Vertx vertx, URI management, Optional<Path> authority) {
        this.vertx = vertx;
        this.management = management;
        this.authority = authority;
    }

    MarkSearch.Count search(MarkSearch search) throws IOException, TimeoutException {
        HttpClientOptions options = new HttpClientOptions().setSsl(true);
        authority.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        HttpClient client = vertx.createHttpClient(options);
        MarkSearch.Count total = MarkSearch.Count.NONE;
        for (String path : PATHS) {
            RequestOptions to = new RequestOptions()
                    .setMethod(HttpMethod.GET)
                    .setHost(management.getHost())
                    .setPort(management.getPort())
                    .setSsl(true)
                    .setURI(path);
            Buffer page = ClientLoop.run(
                            vertx,
                            () -> client.request(to)
                                    .compose(HttpClientRequest::send)
                                    .compose(HttpClientResponse::body))
                    .await(PATIENCE_S, TimeUnit.SECONDS);
            total = total.plus(search.in(new ByteArrayInputStream(page.getBytes())::read));
        }
        client.close().await(PATIENCE_S, TimeUnit.SECONDS);
        return total;
    }
}

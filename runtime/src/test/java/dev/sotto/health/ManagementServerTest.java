package dev.sotto.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.client.ClientLoop;
import dev.sotto.config.ListenAddress;
import dev.sotto.config.ServerConfig;
import dev.sotto.metrics.Metrics;
import dev.sotto.testing.FakeTimers;
import dev.sotto.tls.Certificates;
import dev.sotto.yaml.Problems;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PemTrustOptions;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ManagementServerTest {

    @TempDir
    Path state;

    private final FakeTimers timers = new FakeTimers();
    private final Metrics metrics = new Metrics();
    private final Readiness readiness = new Readiness(() -> Future.succeededFuture(true), timers);
    private Vertx vertx;
    private Certificates certificates;
    private ManagementServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        vertx = Vertx.vertx();
        certificates = Certificates.load(new ServerConfig.Tls.Development(), state, timers, metrics, new Problems())
                .orElseThrow();
        server = await(
                ManagementServer.start(vertx, new ListenAddress("127.0.0.1", 0), certificates, readiness, metrics));
        String trusted = Certificates.developmentFile(state).toString();
        client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setTrustOptions(new PemTrustOptions().addCertPath(trusted))
                .setDefaultHost("localhost")
                .setDefaultPort(server.port()));
    }

    @AfterEach
    void stop() throws Exception {
        await(vertx.close());
    }

    @Test
    void isLiveWheneverItAnswers() throws Exception {
        assertThat(get("/health/live")).isEqualTo("200 {\"state\":\"live\"}\n");
    }

    @Test
    void isReadyFromTheStartToTheDraining() throws Exception {
        assertThat(get("/health/ready")).isEqualTo("503 {\"state\":\"starting\"}\n");
        readiness.started();
        assertThat(get("/health/ready")).isEqualTo("200 {\"state\":\"ready\"}\n");
        readiness.draining();
        assertThat(get("/health/ready")).isEqualTo("503 {\"state\":\"draining\"}\n");
        assertThat(get("/health/live")).startsWith("200");
    }

    @Test
    void showsTheMetrics() throws Exception {
        metrics.tokenIssued();

        assertThat(get("/metrics"))
                .startsWith("200 # HELP")
                .contains("sotto_tokens_issued_total 1.0")
                .contains("sotto_certificate_expires_seconds");
    }

    @Test
    void knowsNothingElseAndTakesNothing() throws Exception {
        assertThat(get("/")).startsWith("404");
        assertThat(get("/health/ready/../live")).startsWith("404");
        assertThat(ask(HttpMethod.POST, "/metrics")).startsWith("405");
    }

    @Test
    void speaksNoPlaintext() throws Exception {
        HttpClient plain = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("localhost").setDefaultPort(server.port()));

        assertThatThrownBy(() -> await(plain.request(HttpMethod.GET, "/metrics").compose(request -> request.send())))
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void saysSoWhenThePortIsTaken() {
        ListenAddress taken = new ListenAddress("127.0.0.1", server.port());
        Vertx other = Vertx.vertx();

        assertThatThrownBy(() -> await(ManagementServer.start(other, taken, certificates, readiness, metrics)))
                .hasCauseInstanceOf(BindException.class);
        assertThat(other.close().toCompletionStage().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
    }

    private String get(String path) throws Exception {
        return ask(HttpMethod.GET, path);
    }

    private String ask(HttpMethod method, String path) throws Exception {
        return await(ClientLoop.run(
                vertx,
                () -> client.request(method, path)
                        .compose(request -> request.send())
                        .compose(
                                response -> response.body().map((Buffer body) -> response.statusCode() + " " + body))));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}

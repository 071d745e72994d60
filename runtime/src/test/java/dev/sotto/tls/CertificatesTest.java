package dev.sotto.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.config.ServerConfig;
import dev.sotto.metrics.Metrics;
import dev.sotto.testing.CapturedLog;
import dev.sotto.testing.FakeTimers;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CertificatesTest {

    private static Vertx vertx;

    @TempDir
    Path directory;

    private final FakeTimers timers = new FakeTimers();
    private final Metrics metrics = new Metrics();
    private PemFiles files;
    private final List<Running> all = new ArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        await(vertx.close());
    }

    @BeforeEach
    void prepare() {
        files = new PemFiles(directory);
    }

    @AfterEach
    void close() throws Exception {
        for (Running running : all) {
            running.certificates.close();
            await(running.server.close());
        }
    }

    @Test
    void servesTheDevelopmentCertificateToClientsThatTrustIt() throws Exception {
        Running running = serve(new ServerConfig.Tls.Development());

        try (TlsProbe probe = TlsProbe.trusting(Certificates.developmentFile(directory), running.port())) {
            assertThat(probe.ask()).startsWith("HTTP/1.1 200");
            assertThat(probe.protocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void acceptsTls12WithForwardSecrecyAndNothingOlderOrWeaker() throws Exception {
        Running running = serve(new ServerConfig.Tls.Development());
        int port = running.port();

        try (TlsProbe probe = TlsProbe.with(port, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")) {
            assertThat(probe.ask()).startsWith("HTTP/1.1 200");
        }
        assertThatThrownBy(() -> TlsProbe.with(port, "TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"))
                .isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> TlsProbe.with(port, "TLSv1.1", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void servesANewCertificateToNewConnectionsAndLeavesOpenOnesAlone() throws Exception {
        ServerIdentity old = files.writePair(timers.now());
        Running running = serve(new ServerConfig.Tls.Files(files.certificate(), files.key()));
        try (TlsProbe before = TlsProbe.to(running.port())) {
            assertThat(before.certificate()).isEqualTo(old.certificate());

            ServerIdentity fresh = files.writePair(timers.now());
            running.look();

            assertThat(before.ask()).startsWith("HTTP/1.1 200");
            try (TlsProbe after = TlsProbe.to(running.port())) {
                assertThat(after.certificate()).isEqualTo(fresh.certificate());
                assertThat(after.ask()).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void looksByItselfEveryFewSeconds() throws Exception {
        files.writePair(timers.now());
        Running running = serve(new ServerConfig.Tls.Files(files.certificate(), files.key()));
        ServerIdentity fresh = files.writePair(timers.now());

        timers.advance(Certificates.EVERY);

        boolean served = false;
        while (!served) {
            try (TlsProbe probe = TlsProbe.to(running.port())) {
                served = probe.certificate().equals(fresh.certificate());
            }
        }
        assertThat(served).isTrue();
    }

    @Test
    void keepsTheOldOneWhileTheNewOneIsBrokenAndSaysWhyOnce() throws Exception {
        ServerIdentity old = files.writePair(timers.now());
        Running running = serve(new ServerConfig.Tls.Files(files.certificate(), files.key()));
        try (CapturedLog log = new CapturedLog()) {
            files.writeKey("half written");
            running.look();
            running.look();

            assertThat(log.linesOf("certificate.refused"))
                    .singleElement()
                    .asString()
                    .contains("tls.key_malformed");
        }
        try (TlsProbe probe = TlsProbe.to(running.port())) {
            assertThat(probe.certificate()).isEqualTo(old.certificate());
        }
        ServerIdentity fresh = files.writePair(timers.now());
        running.look();
        try (TlsProbe probe = TlsProbe.to(running.port())) {
            assertThat(probe.certificate()).isEqualTo(fresh.certificate());
        }
    }

    @Test
    void renewsTheDevelopmentCertificateWhileItRuns() throws Exception {
        Running running = serve(new ServerConfig.Tls.Development());
        try (CapturedLog log = new CapturedLog()) {
            timers.advance(Duration.ofDays(340));
            running.look();

            assertThat(log.linesOf("certificate.reloaded")).hasSize(1);
            assertThat(metrics.scrape()).contains("sotto_certificate_expires_seconds 3.1536E7");
        }
    }

    @Test
    void warnsMonthWeekAndDayBeforeTheEndOnceEach() throws Exception {
        files.writePair(timers.now());
        Running running = serve(new ServerConfig.Tls.Files(files.certificate(), files.key()));
        try (CapturedLog log = new CapturedLog()) {
            for (int days : new int[] {334, 2, 10, 13, 1, 4, 1}) {
                timers.advance(Duration.ofDays(days));
                running.look();
            }

            assertThat(log.linesOf("certificate.expiring")).hasSize(3);
        }
        assertThat(metrics.scrape()).contains("sotto_certificate_expires_seconds 0.0");
    }

    @Test
    void doesNotStartWithACertificateThatCannotBeServed() {
        files.writePair(timers.now());
        files.mode("rw-rw-rw-");
        Problems problems = new Problems();

        assertThat(Certificates.load(
                        new ServerConfig.Tls.Files(files.certificate(), files.key()),
                        directory,
                        timers,
                        metrics,
                        problems))
                .isEmpty();
        assertThat(problems.sorted()).extracting(Problem::code).containsExactly("tls.key_mode");
    }

    private Running serve(ServerConfig.Tls tls) throws Exception {
        Problems problems = new Problems();
        Certificates certificates =
                Certificates.load(tls, directory, timers, metrics, problems).orElseThrow();
        assertThat(problems.isEmpty()).isTrue();
        HttpServerOptions options =
                certificates.secure(new HttpServerOptions().setHost("127.0.0.1").setPort(0));
        HttpServer server = vertx.createHttpServer(options).requestHandler(request -> {
            Future<Void> answered = request.response().end("hello");
            assertThat(answered).isNotNull();
        });
        await(server.listen());
        certificates.keepUpToDate(vertx, List.of(server));
        Running running = new Running(certificates, server);
        all.add(running);
        return running;
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private record Running(Certificates certificates, HttpServer server) {

        int port() {
            return server.actualPort();
        }

        void look() throws Exception {
            await(certificates.look(vertx));
        }
    }
}

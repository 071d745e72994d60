package dev.sotto.installed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.client.Answer;
import dev.sotto.client.Conversation;
import dev.sotto.client.SottoClient;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServeTest {

    private static final int PATIENCE_S = 20;
    private static Vertx vertx;

    @TempDir
    private Path temp;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws TimeoutException {
        vertx.close().await(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Test
    void answersAsSoonAsItSaysThatItIsReadyAndEndsCleanlyOnCtrlC() throws Exception {
        try (Serving server = Serving.start(Map.of())) {
            assertReady(server.ready(), server.pid());
            assertThat(balance(server)).singleElement().asString().contains("pounds");
            assertThat(server.interrupt()).isZero();
            assertThat(server.rest()).isEmpty();
        }
    }

    @Test
    void runsOnANewerJavaToo() throws Exception {
        Optional<Path> newer = newerJava();
        Assumptions.assumeTrue(newer.isPresent(), "no newer Java on this machine");

        try (Serving server =
                Serving.start(Map.of("JAVA_HOME", newer.orElseThrow().toString()))) {
            assertThat(balance(server)).singleElement().asString().contains("pounds");
            assertThat(server.interrupt()).isZero();
        }
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (Serving server = Serving.start(Map.of())) {
            int port = URI.create(server.ready().path("url").asText()).getPort();

            Launch second = Launch.of("serve", "--port", Integer.toString(port));

            assertThat(second.exitCode()).isEqualTo(3);
            assertThat(second.err()).last().asString().startsWith("sotto: listen.unavailable: ");
        }
    }

    @Test
    void saysAllThatIsWrongWithAConfiguration() throws Exception {
        Path config = Files.writeString(
                temp.resolve("server.yaml"),
                "listen: { tls: { certificate: none.pem, key: \"file:none.key\" } }\nlimits: { idle: 5 }\nlog: { x: 1 }\n");

        Launch launch = Launch.of("serve", "--config", config.toString());

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.out()).isEmpty();
        assertThat(launch.err())
                .anyMatch(line -> line.contains("server.yaml:2:"))
                .anyMatch(line -> line.contains("server.yaml:3:"));
    }

    @Test
    void saysThatACertificateCannotBeServed() throws Exception {
        Path key = Files.writeString(temp.resolve("own.key"), "no key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
        Files.writeString(temp.resolve("own.pem"), "no certificate");
        Path config = Files.writeString(
                temp.resolve("server.yaml"), "listen: { tls: { certificate: own.pem, key: \"file:own.key\" } }\n");

        Launch launch = Launch.of("serve", "--port", "0", "--config", config.toString());

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).anyMatch(line -> line.contains("tls.") && line.contains("own.pem"));
    }

    @Test
    void saysThatThereIsNoBotToServe() throws Exception {
        Launch launch = Launch.of("serve", "--port", "0", "--bots", temp.toString());

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.out()).isEmpty();
        assertThat(launch.err()).isNotEmpty();
    }

    private static void assertReady(JsonNode ready, long pid) {
        assertThat(ready.fieldNames())
                .toIterable()
                .containsExactly("event", "url", "text_ms", "voice_ms", "voice_unavailable", "pid");
        assertThat(ready.path("event").asText()).isEqualTo("ready");
        assertThat(ready.path("url").asText()).matches("https://127\\.0\\.0\\.1:[0-9]+");
        assertThat(ready.path("text_ms").asInt()).isPositive();
        assertThat(ready.path("pid").asLong()).isEqualTo(pid);
    }

    private static List<String> balance(Serving server) throws TimeoutException {
        try (SottoClient client = server.client(vertx)) {
            Conversation conversation = client.open("bank", "auto").await(PATIENCE_S, TimeUnit.SECONDS);
            Answer answer = conversation.say("what is my balance").await(PATIENCE_S, TimeUnit.SECONDS);
            conversation.end().await(PATIENCE_S, TimeUnit.SECONDS);
            return answer.said().stream()
                    .filter(text -> text.contains("account"))
                    .toList();
        }
    }

    private static Optional<Path> newerJava() throws IOException {
        int own = Runtime.version().feature();
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                    .filter(home -> feature(home) > own)
                    .findFirst();
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static int feature(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("^JAVA_VERSION=\"([0-9]+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}

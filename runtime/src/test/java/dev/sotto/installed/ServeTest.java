package dev.sotto.installed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.client.Answer;
import dev.sotto.client.Conversation;
import dev.sotto.client.SottoClient;
import dev.sotto.tls.PemFiles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServeTest {

    private static final int PATIENCE_S = 20;
    private static final int TALKERS = 8;
    private static final int GOING_AWAY = 1001;
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
            assertThat(server.signal("INT")).isZero();
            assertThat(server.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void finishesWhatItAnswersAndEndsCleanlyWhenItIsToldToInTheMiddle(String signal) throws Exception {
        try (Serving server = Serving.start(Map.of());
                SottoClient client = server.client(vertx)) {
            AtomicInteger answered = new AtomicInteger();
            List<Future<Integer>> ends = new ArrayList<>();
            for (int i = 0; i < TALKERS; i++) {
                Conversation conversation = client.open("bank", "auto").await(PATIENCE_S, TimeUnit.SECONDS);
                ends.add(conversation.closed());
                talkOn(conversation, answered);
            }
            ends.add(client.open("coffee", "auto")
                    .await(PATIENCE_S, TimeUnit.SECONDS)
                    .closed());

            assertThat(server.signal(signal)).isZero();

            for (Future<Integer> end : ends) {
                assertThat(end.await(PATIENCE_S, TimeUnit.SECONDS)).isEqualTo(GOING_AWAY);
            }
            assertThat(answered).hasPositiveValue();
            assertThat(server.rest()).isEmpty();
            assertThat(server.err())
                    .allMatch(line -> line.startsWith("{"))
                    .noneMatch(line -> line.contains("\"ERROR\"") || line.contains("drain.timeout"))
                    .last()
                    .asString()
                    .contains("server.stopped");
        }
    }

    @Test
    void endsCleanlyWhenItIsToldToBeforeItIsReady() throws Exception {
        Process process = Launch.builder(
                        Launch.root(), Launch.root().resolve("sotto"), Map.of(), "serve", "--json", "--port", "0")
                .start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertThat(err.lines().anyMatch(line -> line.startsWith("{"))).isTrue();

            assertThat(process.toHandle().destroy()).isTrue();

            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsARehearsalThatFailsWithAnExitCode() throws Exception {
        Files.createDirectory(temp.resolve("bots"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Launch.root().resolve("runtime/target/sotto/lib/sotto.jar");
        Map<String, String> environment = Map.of(
                Serving.STATE,
                temp.toString(),
                "SOTTO_BOTS_DIRECTORY",
                temp.resolve("bots").toString());

        Launch launch = Launch.of(temp, java, environment, "-cp", jar.toString(), "dev.sotto.cli.Rehearsal");

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.err()).last().asString().startsWith("sotto: the rehearsal failed: serve ended with 2");
    }

    @Test
    void understandsInPureJavaWhereNativeLibrariesDoNotLoad() throws Exception {
        Map<String, String> environment = Map.of(Serving.STATE, temp.toString(), "_JAVA_OPTIONS", withoutLibraries());
        try (Serving server = Serving.start(environment)) {
            assertThat(server.err()).anyMatch(line -> line.contains("engine.fallback"));
            assertThat(balance(server)).singleElement().asString().contains("pounds");
            assertThat(server.signal("TERM")).isZero();
        }
    }

    @Test
    void saysThatTheEncoderDoesNotLoadWhereNothingMayStandInForIt() throws Exception {
        Launch launch = serve(Map.of(
                Serving.STATE,
                temp.toString(),
                "SOTTO_UNDERSTANDING_ENGINE",
                "embedding",
                "_JAVA_OPTIONS",
                withoutLibraries()));

        assertThat(launch.exitCode()).isEqualTo(3);
        assertThat(launch.out()).isEmpty();
        assertThat(launch.err()).last().asString().startsWith("sotto: engine.unavailable: ");
    }

    @Test
    void runsOnANewerJavaToo() throws Exception {
        Optional<Path> newer = newerJava();
        Assumptions.assumeTrue(newer.isPresent(), "no newer Java on this machine");

        try (Serving server =
                Serving.start(Map.of("JAVA_HOME", newer.orElseThrow().toString()))) {
            assertThat(balance(server)).singleElement().asString().contains("pounds");
            assertThat(server.signal("INT")).isZero();
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
    void saysThatThereIsNoSuchConfiguration() throws Exception {
        Launch launch = Launch.of("serve", "--config", temp.resolve("none.yaml").toString());

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.out()).isEmpty();
        assertThat(launch.err())
                .singleElement()
                .asString()
                .contains("none.yaml")
                .contains("a file that is not there");
    }

    @Test
    void saysThatACertificateHasExpired() throws Exception {
        PemFiles.writeExpired(temp);

        Launch launch = serveWithTls();

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).last().asString().startsWith("sotto: tls.certificate_expired: ");
    }

    @Test
    void saysThatAKeyIsOpenToOthers() throws Exception {
        PemFiles.writeExpired(temp);
        Files.setPosixFilePermissions(temp.resolve("tls.key"), PosixFilePermissions.fromString("rw-r--r--"));

        Launch launch = serveWithTls();

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).anyMatch(line -> line.contains("tls.key") && line.contains("0600"));
    }

    @Test
    void saysThatACertificateAndAKeyCannotBeUnderstood() throws Exception {
        Files.writeString(temp.resolve("tls.pem"), "no certificate");
        Files.writeString(temp.resolve("tls.key"), "no key");
        Files.setPosixFilePermissions(temp.resolve("tls.key"), PosixFilePermissions.fromString("r--------"));

        Launch launch = serveWithTls();

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err())
                .anyMatch(line -> line.contains("tls.certificate_malformed"))
                .anyMatch(line -> line.contains("tls.key_malformed"));
    }

    @Test
    void saysThatAKeyCannotBeRead() throws Exception {
        PemFiles.writeExpired(temp);
        Files.delete(temp.resolve("tls.key"));

        Launch launch = serveWithTls();

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err())
                .singleElement()
                .asString()
                .contains("server.yaml:1:")
                .contains("tls.key");
    }

    @Test
    void saysThatItHasNoPlaceToKeepItsCertificate() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");

        Launch launch = serve(Map.of(Serving.STATE, file.resolve("below").toString()));

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err()).last().asString().startsWith("sotto: tls.development_unwritable: ");
    }

    @Test
    void leavesTheReadingOfOptionsWrittenInOtherWaysToTheLibrary() throws Exception {
        Launch launch = Launch.of("serve", "--prot=0");

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.err().get(0)).isEqualTo("sotto serve: unknown option --prot; did you mean --port?");
    }

    @Test
    void saysThatThereIsNoBotToServe() throws Exception {
        Launch launch = Launch.of("serve", "--port", "0", "--bots", temp.toString());

        assertThat(launch.exitCode()).isEqualTo(2);
        assertThat(launch.out()).isEmpty();
        assertThat(launch.err()).isNotEmpty();
    }

    private Launch serveWithTls() throws Exception {
        String config = "listen: { tls: { certificate: tls.pem, key: \"file:tls.key\" } }\n";
        Files.writeString(temp.resolve("server.yaml"), config);
        return Launch.of(
                "serve", "--port", "0", "--config", temp.resolve("server.yaml").toString());
    }

    private static Launch serve(Map<String, String> environment) throws Exception {
        return Launch.of(Launch.root(), Launch.root().resolve("sotto"), environment, "serve", "--json", "--port", "0");
    }

    /** Java takes this over what the launcher says. */
    private String withoutLibraries() throws IOException {
        return "-Donnxruntime.native.path=" + Files.createDirectories(temp.resolve("none"));
    }

    /** Says the same again and again until the line is cut. */
    private static void talkOn(Conversation conversation, AtomicInteger answered) {
        conversation.say("what is my balance").onSuccess(answer -> {
            answered.incrementAndGet();
            talkOn(conversation, answered);
        });
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

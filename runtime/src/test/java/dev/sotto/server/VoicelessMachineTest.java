package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.access.NewApiKey;
import dev.sotto.speech.AudioFormat;
import dev.sotto.testing.CapturedLog;
import dev.sotto.testing.Exchange;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.TestClient;
import dev.sotto.voice.MachineSpeech;
import dev.sotto.voice.VoicelessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real engines of speech where native code cannot be had: people write, and are told why they cannot speak; calls are hung
 * up on.
 */
class VoicelessMachineTest {

    private static final String BOT = "coffee";
    private static final NewApiKey EXCHANGE = NewApiKey.named("exchange");
    private static final List<String> PLACES = List.of("jna.boot.library.path", "jna.library.path", "jna.tmpdir");

    @TempDir
    private Path temp;

    private final Map<String, String> before = new HashMap<>();

    /** The processes that listen are told where native libraries lie by these properties of the server's own process. */
    @BeforeEach
    void remember() {
        PLACES.forEach(name -> before.put(name, System.getProperty(name, "")));
    }

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    /** As on a processor, or with a C library, that libvosk was not built for. */
    @Test
    void servesTextWhereLibvoskIsNotThere() throws IOException {
        System.setProperty(
                "jna.library.path", Files.createDirectory(temp.resolve("none")).toString());

        expectText();
    }

    /** As where no program may be run from the temporary folder: nothing can be unpacked and loaded there. */
    @Test
    void servesTextWhereNativeCodeCannotBeUnpacked() throws IOException {
        System.setProperty(
                "jna.boot.library.path",
                Files.createDirectory(temp.resolve("none")).toString());
        System.setProperty("jna.tmpdir", Files.createFile(temp.resolve("file")).toString());

        expectText();
    }

    private void expectText() {
        try (CapturedLog log = new CapturedLog();
                RunningServer server = RunningServer.with()
                        .key(EXCHANGE)
                        .calls()
                        .speech(config -> this::open)
                        .start();
                TestClient client = server.client()) {
            assertThat(RunningServer.await(server.server().voice())).contains(VoicelessException.Reason.LIBRARY);
            assertThat(log.lines()).anyMatch(line -> line.contains("voice.unavailable") && line.contains("library"));
            assertThat(server.management("/health/ready").statusCode()).isEqualTo(200);

            String audio = "{'encoding':'pcm_s16le','rate':16000}";
            client.send("{'type':'hello','version':1,'bot':'%s','token':'%s','audio':{'listen':%s,'speak':%s}}"
                    .formatted(BOT, server.token(BOT), audio, audio));
            JsonNode refused = client.next("ready").path("audio_unavailable");

            assertThat(refused.path("code").asText()).isEqualTo("voice.unavailable");
            assertThat(refused.path("message").asText()).isNotBlank();
            client.turn();
            assertThat(TestClient.words(client.say("a large latte"))).isNotBlank();
            expectNoCall(server, log);
        }
    }

    /** Somebody speaks on at once, as callers do; nobody hears it, and nobody else is disturbed. */
    private static void expectNoCall(RunningServer server, CapturedLog log) {
        int before = server.server().sessions();
        try (Exchange call = new Exchange(server.server().callPort().orElseThrow())) {
            call.begin(server.ticket(BOT, EXCHANGE.key().reveal()));
            call.speak();

            assertThat(call.readToTheEnd()).isTrue();
        }
        assertThat(log.lines())
                .anyMatch(line -> line.contains("connection.refused") && line.contains("voice.unavailable"));
        server.awaitSessions(before);
        assertThat(server.management("/health/ready").statusCode()).isEqualTo(200);
    }

    private MachineSpeech open() throws VoicelessException {
        return MachineSpeech.open(
                temp.resolve("state"),
                Optional.empty(),
                new MachineSpeech.Voices("slt", "rms", Optional.empty(), List.of(AudioFormat.linear(16_000))),
                new MachineSpeech.Host("test", 1, System::nanoTime));
    }
}

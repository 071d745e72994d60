package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.testing.RawClient;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedSpeech;
import dev.sotto.testing.TestClient;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes as audio and is none, or comes as it should not. After each test somebody else speaks as if nothing had been. */
class VoiceBadInputTest {

    private static final String BOT = "coffee";
    private static final ScriptedSpeech SPEECH = new ScriptedSpeech(4);
    private static final int FRAME = 6_400;
    private static final String PCM = "{'encoding':'pcm_s16le','rate':16000}";

    private static RunningServer server;
    private TestClient neighbour;

    @BeforeAll
    static void start() {
        server = RunningServer.with()
                .speech(SPEECH)
                .limit("tokens-per-address", "{ per-minute: 100000, burst: 100000 }")
                .limit("connections-per-address", "{ per-minute: 100000, burst: 100000 }")
                .start();
        assertThat(RunningServer.await(server.server().voice())).isEmpty();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void sitDownBeside() {
        SPEECH.ear.finals.clear();
        neighbour = speaking();
    }

    @AfterEach
    void askTheNeighbour() {
        SPEECH.ear.finals.clear();
        assertIsHeard(neighbour);
        neighbour.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'encoding':'pcm_s16le','rate':11025}",
                "{'encoding':'pcm_s16le','rate':96000}",
                "{'encoding':'pcm_s16le','rate':16000,'channels':2}",
                "{'encoding':'pcm_f32le','rate':16000}",
                "{'encoding':'opus','rate':48000}",
                "{'encoding':'wav','rate':16000}"
            })
    void goesOnInWritingWhereTheAudioIsNotTaken(String listen) {
        try (TestClient client = server.client()) {
            JsonNode ready = hello(client, listen);

            assertThat(ready.has("audio")).isFalse();
            assertThat(ready.path("audio_unavailable").path("code").asText()).isEqualTo("audio.unsupported");
            client.turn();
            assertThat(TestClient.words(client.say("a large latte"))).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 639, 65_535})
    void closesOnASampleThatIsNotWhole(int bytes) {
        try (TestClient client = speaking()) {
            client.raw().frame(RawClient.BINARY, true, new byte[bytes]);

            assertThat(errorOf(client)).isEqualTo("audio.malformed");
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void closesOnAFrameOverItsSize() {
        try (TestClient client = speaking()) {
            client.raw().frame(RawClient.BINARY, true, new byte[64 * 1024 + 2]);

            assertThat(errorOf(client)).isEqualTo("frame.too_large");
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 640, 64 * 1024})
    void hearsTheSameHoweverItIsCut(int bytes) {
        try (TestClient client = speaking()) {
            SPEECH.ear.then("a large latte");
            send(client, saying(400, 2_000), bytes);

            assertThat(heard(client).path("text").asText()).isEqualTo("a large latte");
        }
    }

    @Test
    void takesAFrameOfNothing() {
        try (TestClient client = speaking()) {
            client.raw().frame(RawClient.BINARY, true, new byte[0]);

            assertIsHeard(client);
        }
    }

    /** Half a minute of silence in no time counts as half a minute: the bot asks again, and listens on. */
    @Test
    void asksAgainWhenThereIsNothingButSilence() {
        try (TestClient client = speaking()) {
            send(client, saying(0, 30_000), 64_000);

            assertThat(TestClient.words(client.turn())).isNotBlank();
        }
    }

    /** What is said for ever is cut off and answered, and after the answer it is listened to anew. */
    @Test
    void cutsOffSpeechThatDoesNotEnd() {
        try (TestClient client = speaking()) {
            SPEECH.ear.then("a large latte");
            SPEECH.ear.then("a small latte");
            send(client, saying(20_000, 0), 64_000);
            JsonNode first = heard(client);
            List<JsonNode> answer = client.turn();
            client.send("{'type':'played','mark':'%s'}"
                    .formatted(await(client, "mark").path("mark").asText()));
            send(client, saying(20_000, 0), 64_000);

            assertThat(first.path("reason").asText()).isEqualTo("too_long");
            assertThat(first.path("end").asLong() - first.path("begin").asLong())
                    .isBetween(15_000L, 15_600L);
            assertThat(TestClient.words(answer)).isNotBlank();
            assertThat(heard(client).path("reason").asText()).isEqualTo("too_long");
        }
    }

    /** A client whose network is stuck has not finished its sentence: time is counted in audio. */
    @Test
    void endsNoTurnOfAClientThatSendsNothingForAWhile() {
        try (TestClient client = speaking()) {
            SPEECH.ear.then("a large latte");
            send(client, saying(700, 0), FRAME);
            // Others are heard and answered meanwhile.
            client.raw().frame(RawClient.PING, "");
            awaitPong(client);

            assertThat(SPEECH.ear.finals).hasSize(1);

            send(client, saying(0, 2_500), FRAME);
            assertThat(heard(client).path("text").asText()).isEqualTo("a large latte");
        }
    }

    @Test
    void dropsAudioThatComesWhileTheMicrophoneIsOff() {
        try (TestClient client = speaking()) {
            client.send("{'type':'microphone','state':'off'}");
            SPEECH.ear.then("a large latte");
            send(client, saying(700, 2_500), FRAME);
            assertThat(TestClient.words(client.say("a small latte"))).isNotBlank();

            assertThat(SPEECH.ear.finals).hasSize(1);
        }
    }

    private static TestClient speaking() {
        TestClient client = server.client();
        JsonNode ready = hello(client, PCM);
        assertThat(ready.has("audio")).isTrue();
        client.turn();
        // Who has read the question is not asked aloud, and so need not wait for the end of it.
        assertThat(client.say("a large latte")).isNotEmpty();
        client.send("{'type':'microphone','state':'on'}");
        return client;
    }

    private static JsonNode hello(TestClient client, String listen) {
        client.send("{'type':'hello','version':1,'bot':'%s','token':'%s','audio':{'listen':%s,'speak':%s}}"
                .formatted(BOT, server.token(BOT), listen, PCM));
        return client.next("ready");
    }

    private static void assertIsHeard(TestClient client) {
        SPEECH.ear.then("a small latte");
        send(client, saying(700, 2_500), FRAME);

        assertThat(heard(client).path("text").asText()).isEqualTo("a small latte");
        assertThat(TestClient.words(client.turn())).isNotBlank();
    }

    private static JsonNode heard(TestClient client) {
        return await(client, "heard");
    }

    private static String errorOf(TestClient client) {
        return await(client, "error").path("code").asText();
    }

    /** Returns the next frame of a type; of what the bot says meanwhile nothing is looked at. */
    private static JsonNode await(TestClient client, String type) {
        while (true) {
            JsonNode frame = client.next();
            if (frame.path("type").asText().equals(type)) {
                return frame;
            }
        }
    }

    private static void send(TestClient client, byte[] audio, int bytes) {
        for (int from = 0; from < audio.length; from += bytes) {
            client.raw()
                    .frame(
                            RawClient.BINARY,
                            true,
                            Arrays.copyOfRange(audio, from, Math.min(audio.length, from + bytes)));
        }
    }

    private static void awaitPong(TestClient client) {
        int kind = client.raw().frame().orElseThrow().kind();
        while (kind != RawClient.PONG) {
            kind = client.raw().frame().orElseThrow().kind();
        }
    }

    /** Returns a voice, and silence after it. */
    private static byte[] saying(int voiceMillis, int silenceMillis) {
        byte[] audio = new byte[32 * (voiceMillis + silenceMillis)];
        Arrays.fill(audio, 0, 32 * voiceMillis, (byte) 0x30);
        return audio;
    }
}

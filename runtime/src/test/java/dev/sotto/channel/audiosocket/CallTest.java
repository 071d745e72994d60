package dev.sotto.channel.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.access.NewApiKey;
import dev.sotto.testing.Monotone;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedSpeech;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telephone calls as Asterisk brings them, over a real socket. */
class CallTest {

    private static final NewApiKey EXCHANGE = NewApiKey.named("exchange");
    private static final ScriptedSpeech SPEECH = new ScriptedSpeech(3);

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.with()
                .key(EXCHANGE)
                .speech(SPEECH)
                .calls()
                .limit("connections-per-address", "{ per-minute: 10000, burst: 1000 }")
                .start();
        assertThat(RunningServer.await(server.server().voice())).isEmpty();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        SPEECH.ear.whileSpeaking("");
        SPEECH.ear.finals.clear();
    }

    @Test
    void greetsACallerAndAnswersWhatTheySay() {
        try (Exchange call = call("coffee")) {
            call.hearTone();
            call.hearSilence();
            SPEECH.ear.then("a large latte");
            call.speak();

            call.hearTone();
        }
    }

    @Test
    void sendsAudioAllTheTime() {
        try (Exchange call = call("coffee")) {
            for (int i = 0; i < 100; i++) {
                assertThat(call.read()).isPresent();
            }
        }
    }

    @Test
    void takesKeysForAnAnswer() {
        try (Exchange call = call("coffee")) {
            call.hearTone();
            call.hearSilence();
            SPEECH.ear.then("a large latte with dark roast");
            call.speak();
            call.hearTone();
            call.hearSilence();

            call.press('1');

            call.hearTone();
        }
    }

    @Test
    void fallsSilentWhenAKeyIsPressed() {
        try (Exchange call = call("coffee")) {
            call.hearTone();

            call.press('9');

            assertThat(call.toneLeft()).isLessThan(Monotone.MILLIS / 2);
        }
    }

    @Test
    void fallsSilentWhenSomebodySpeaksOverIt() {
        SPEECH.ear.whileSpeaking("stop it");
        try (Exchange call = call("coffee")) {
            call.hearTone();

            call.send(loud(200));

            assertThat(call.toneLeft()).isLessThan(Monotone.MILLIS / 2);
        }
    }

    @Test
    void hangsUpOnACallThatNobodyWasToldOf() {
        try (Exchange call = new Exchange(port())) {
            call.begin(UUID.randomUUID());

            assertThat(call.readToTheEnd()).isTrue();
        }
    }

    @Test
    void takesATicketOnce() {
        UUID ticket = ticket("coffee");
        try (Exchange first = new Exchange(port());
                Exchange second = new Exchange(port())) {
            first.begin(ticket);
            first.hearTone();
            second.begin(ticket);

            assertThat(second.readToTheEnd()).isTrue();
        }
    }

    @Test
    void hangsUpOnAudioThatItCannotHear() {
        try (Exchange call = call("coffee")) {
            call.hearTone();

            call.send(new byte[] {0x12, 0, 2, 0, 0});

            assertThat(call.readToTheEnd()).isTrue();
        }
    }

    @Test
    void hangsUpOnWhatIsNoMessage() {
        try (Exchange call = call("coffee")) {
            call.hearTone();

            call.send(new byte[] {0x10, 0, 3, 1, 2, 3});

            assertThat(call.readToTheEnd()).isTrue();
        }
    }

    @Test
    void refusesMoreCallsThanTheMachineCarries() {
        try (Exchange first = call("coffee");
                Exchange second = call("coffee");
                Exchange third = call("coffee")) {
            first.hearTone();
            second.hearTone();
            third.hearTone();
            try (Exchange fourth = call("coffee")) {
                assertThat(fourth.readToTheEnd()).isTrue();
            }

            assertThat(first.read()).isPresent();
        }
    }

    @Test
    void forgetsACallerWhoHangsUpAtAnyByte() {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            try (Exchange call = call("coffee")) {
                call.hearTone();
                byte[] speech = loud(60);
                call.send(Arrays.copyOf(speech, random.nextInt(speech.length)));
            }
        }

        server.awaitNoSessions();
    }

    @Test
    void givesNoTicketToWhoHasNoKey() {
        HttpResponse<String> answer = server.call("POST", "/v1/calls", "{\"bot\":\"coffee\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void givesNoTicketForABotThatThereIsNot() {
        HttpResponse<String> answer = server.call(
                "POST",
                "/v1/calls",
                "{\"bot\":\"tea\"}",
                "Authorization",
                "Bearer " + EXCHANGE.key().reveal());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private static byte[] loud(int millis) {
        return Exchange.audio(millis, (byte) 0x30);
    }

    private static Exchange call(String bot) {
        Exchange call = new Exchange(port());
        call.begin(ticket(bot));
        return call;
    }

    private static UUID ticket(String bot) {
        JsonNode answer = RunningServer.json(server.call(
                "POST",
                "/v1/calls",
                "{\"bot\":\"" + bot + "\"}",
                "Authorization",
                "Bearer " + EXCHANGE.key().reveal()));
        return UUID.fromString(answer.get("call").asText());
    }

    private static int port() {
        return server.server().callPort().orElseThrow();
    }
}

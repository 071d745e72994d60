package dev.sotto.channel.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.NewApiKey;
import dev.sotto.testing.Exchange;
import dev.sotto.testing.Monotone;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedSpeech;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telephone calls as Asterisk brings them, over a real socket. */
class CallTest {

    private static final NewApiKey EXCHANGE = NewApiKey.named("exchange");
    private static final ScriptedSpeech SPEECH = new ScriptedSpeech(3);

    /** Connections that nobody has spoken for yet; the one that asks for tickets is one of them. */
    private static final int MOST_UNPROVEN = 3;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.with()
                .key(EXCHANGE)
                .speech(SPEECH)
                .calls()
                .limit("connections-per-address", "{ per-minute: 10000, burst: 1000 }")
                .limit("unproven-sockets", Integer.toString(MOST_UNPROVEN))
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

    /** One sample a message, and the most that a message can hold. */
    @ParameterizedTest
    @ValueSource(ints = {2, 65_534})
    void hearsTheSameHoweverItIsCut(int bytes) {
        try (Exchange call = call("coffee")) {
            call.hearTone();
            call.hearSilence();
            SPEECH.ear.then("a large latte");
            call.speak(bytes);

            call.hearTone();
        }
    }

    @Test
    void countsACallThatHasItsTicketNoMoreAmongStrangers() {
        List<Exchange> calls = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_UNPROVEN; i++) {
                calls.add(call("coffee"));
                calls.get(i).hearTone();
            }
        } finally {
            calls.forEach(Exchange::close);
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
            server.awaitNoSessions();
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

    /** Audio that is not read in time is dropped; who reads nothing at all is hung up on, and forgotten without a goodbye. */
    @Test
    void endsACallThatReadsNothing() {
        try (RunningServer steered = RunningServer.with()
                        .key(EXCHANGE)
                        .speech(SPEECH)
                        .calls()
                        .steeredTime()
                        .limit("write-queue", "4KiB")
                        .start();
                Exchange neighbour = new Exchange(port(steered));
                Exchange stuck = new Exchange(port(steered), 4096)) {
            assertThat(RunningServer.await(steered.server().voice())).isEmpty();
            neighbour.begin(ticket(steered, "coffee"));
            stuck.begin(ticket(steered, "coffee"));
            hearWhile(steered, neighbour, "sotto_bound_used{bound=\"sessions\"} 2");

            hearWhile(steered, neighbour, "sotto_refusals_total{code=\"client.slow\"} 1");
            hearWhile(steered, neighbour, "sotto_bound_used{bound=\"sockets\"} 1");

            assertThat(steered.management("/metrics").body())
                    .containsPattern("sotto_bound_reached_total\\{bound=\"write-queue\"\\} [1-9]");
        }
    }

    /** Lets time pass for a call that is listened to until the metrics hold a line. */
    private static void hearWhile(RunningServer steered, Exchange call, String metric) {
        for (int i = 0; i < 300; i++) {
            // Each look takes longer than what is looked at.
            if (i % 10 == 0 && steered.management("/metrics").body().contains("\n" + metric)) {
                return;
            }
            steered.advance(Duration.ofMillis(200));
            for (int frame = 0; frame < 10; frame++) {
                assertThat(call.read()).isPresent();
            }
        }
        throw new AssertionError("no " + metric);
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
        return ticket(server, bot);
    }

    private static UUID ticket(RunningServer at, String bot) {
        return at.ticket(bot, EXCHANGE.key().reveal());
    }

    private static int port() {
        return port(server);
    }

    private static int port(RunningServer at) {
        return at.server().callPort().orElseThrow();
    }
}

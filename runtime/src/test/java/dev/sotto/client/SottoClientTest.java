package dev.sotto.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.NewApiKey;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedEngine;
import dev.sotto.testing.ScriptedSpeech;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SottoClientTest {

    private static final NewApiKey KEY = NewApiKey.named("test");

    private static final Vertx VERTX = Vertx.vertx();
    private static final ScriptedSpeech SPEECH = new ScriptedSpeech(1);
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.with()
                .engine(new ScriptedEngine("scripted"))
                .speech(SPEECH)
                .key(KEY)
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        RunningServer.await(VERTX.close());
    }

    static Credential[] credentials() {
        return new Credential[] {new Credential.Key(KEY.key()), new Credential.OwnPage()};
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void talksOverASocketByEitherRight(Credential credential) {
        try (SottoClient client = client(credential)) {
            Conversation conversation = RunningServer.await(client.open("bank", "auto"));

            assertThat(RunningServer.await(conversation.opening()).said()).isNotEmpty();
            RunningServer.await(conversation.end());
            assertThat(RunningServer.await(conversation.closed())).isEqualTo(1000);
        }
    }

    @Test
    void tellsOfATurnWhoseAnswerWasSpokenOver() {
        SPEECH.ear.whileSpeaking("one");
        SPEECH.ear.then("one");
        SPEECH.ear.then("two");
        byte[] audio = new byte[2 * 32 * 1_500];
        Arrays.fill(audio, 0, 32 * 500, (byte) 0x30);
        Arrays.fill(audio, 32 * 1_400, 32 * 2_000, (byte) 0x30);
        List<String> toldOf = new CopyOnWriteArrayList<>();
        assertThat(RunningServer.await(server.server().voice())).isEmpty();

        try (SottoClient client = client(new Credential.OwnPage())) {
            SpokenConversation conversation = RunningServer.await(client.openSpoken(
                    "bank",
                    "auto",
                    new SpokenConversation.Recording("pcm_s16le", 16_000, 2, new SpokenConversation.Audio(audio)),
                    SpokenConversation.Pace.REAL,
                    turn -> toldOf.add(turn.transcript().orElse(""))));
            List<SpokenTurn> turns = RunningServer.await(conversation.play());

            assertThat(turns).extracting(turn -> turn.transcript().orElse("")).containsExactly("one", "two");
            assertThat(turns.get(0).answer().said()).isNotEmpty();
            assertThat(toldOf).containsExactly("one", "two");
        }
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void talksWithoutASocketByEitherRight(Credential credential) {
        try (SottoClient client = client(credential)) {
            HttpConversation conversation = RunningServer.await(client.openOverHttp("bank", "auto"));

            assertThat(RunningServer.await(conversation.say("hello")).said()).isNotEmpty();
            RunningServer.await(conversation.end());
        }
    }

    private static SottoClient client(Credential credential) {
        return new SottoClient(VERTX, Endpoint.of(server.url(), Optional.of(server.certificate())), credential, 1);
    }
}

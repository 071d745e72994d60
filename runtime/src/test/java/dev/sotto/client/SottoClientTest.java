package dev.sotto.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.NewApiKey;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedEngine;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SottoClientTest {

    private static final NewApiKey KEY = NewApiKey.named("test");

    private static final Vertx VERTX = Vertx.vertx();
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.with()
                .engine(new ScriptedEngine("scripted"))
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

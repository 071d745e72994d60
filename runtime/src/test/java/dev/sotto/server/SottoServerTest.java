package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.bot.version.NoUsableBotException;
import dev.sotto.testing.CapturedLog;
import dev.sotto.testing.RawClient;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedEngine;
import dev.sotto.testing.TestClient;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a whole: how it starts, stops, and what it leaves behind. */
class SottoServerTest {

    private static final String BOT = "bank";

    @Test
    void finishesTurnsAndRefusesNewSessionsWhileItDrains() throws InterruptedException {
        ScriptedEngine engine = new ScriptedEngine("scripted");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (RunningServer server = WireTestServer.with().engine(engine).start();
                TestClient busy = server.talk(BOT);
                TestClient idle = server.talk(BOT);
                TestClient late = server.client()) {
            String token = server.token(BOT);
            engine.whileUnderstanding(() -> {
                begun.countDown();
                waitFor(go);
            });
            busy.type("when are you open");
            begun.await();

            Future<Void> drained = server.server().drain();
            assertThat(idle.next("end").get("reason").asText()).isEqualTo("drained");
            assertThat(idle.closeCode()).isEqualTo(1001);
            late.send("{'type':'hello','version':1,'bot':'bank','token':'%s'}".formatted(token));
            assertThat(late.error()).isEqualTo("server.draining");
            assertThat(late.closeCode()).isEqualTo(4503);
            assertThat(drained.isComplete()).isFalse();

            go.countDown();
            assertThat(busy.words()).contains("open from nine");
            assertThat(busy.next("end").get("reason").asText()).isEqualTo("drained");
            assertThat(busy.closeCode()).isEqualTo(1001);
            RunningServer.await(drained);
            assertThat(server.server().sessions()).isZero();
        }
    }

    @Test
    void doesNotStartOnAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            WireTestServer.with().port(taken.getLocalPort()).start())
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void doesNotStartWithoutABot(@TempDir Path empty) {
        assertThatThrownBy(() -> WireTestServer.with().bots(empty).start())
                .hasRootCauseInstanceOf(NoUsableBotException.class);
    }

    @Test
    void repeatsNothingOfWhatItCannotRead() {
        try (CapturedLog log = new CapturedLog();
                RunningServer server = WireTestServer.with().start()) {
            for (String frame : new String[] {
                "{\"type\":\"text\",\"seq\":1,\"text\":canary-1}",
                "{\"canary-2\":1,\"canary-2\":2}",
                "canary-3",
                "{\"type\":\"canary-4\"}",
                "{\"type\":\"text\",\"seq\":\"canary-5\",\"text\":\"canary-5\"}"
            }) {
                try (TestClient client = server.talk(BOT)) {
                    client.raw().frame(RawClient.TEXT, frame);
                    assertThat(client.next("error").toString()).doesNotContain("canary");
                    client.closeCode();
                }
            }
            try (TestClient client = server.talk(BOT)) {
                client.say("canary-6");
            }
            try (RawClient plain = RawClient.connectPlain(server.url())) {
                plain.send("POST /canary-7 HTTP/1.1\r\n\r\n");
                plain.rest();
            }
            try (RawClient client = server.raw()) {
                client.send("GET /canary-8?canary-8 HTTP/1.1\r\ncanary-8\r\n\r\n")
                        .response();
            }
            try (RawClient client = server.raw()) {
                client.send("POST /v1/tokens HTTP/1.1\r\nAuthorization: Bearer canary-9\r\nOrigin: https://canary-9\r\n"
                                + "Content-Length: canary-9\r\n\r\n")
                        .response();
            }

            // Netty writes what is not TLS as hexadecimal digits.
            String hex = "63616e617279";
            assertThat(log.text()).doesNotContainIgnoringCase("canary").doesNotContainIgnoringCase(hex);
            assertThat(log.text()).contains("session.opened");
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

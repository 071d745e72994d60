package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.access.NewApiKey;
import dev.sotto.testing.RawClient;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.ScriptedEngine;
import dev.sotto.testing.ScriptedSpeech;
import dev.sotto.testing.TestClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bounds on what one client can take, each with its decision. */
class LimitsTest {

    private static final String BOT = "bank";
    private static final String PCM = "{\"encoding\":\"pcm_s16le\",\"rate\":16000}";

    @Test
    void closesAClientThatFloods() {
        try (RunningServer server = WireTestServer.with()
                        .limit("frames-per-connection", "{ per-minute: 60, burst: 20 }")
                        .start();
                TestClient neighbour = server.talk(BOT);
                TestClient client = server.talk(BOT)) {
            for (int i = 0; i < 30; i++) {
                client.send("{'type':'seen','upto':0}");
            }

            assertThat(client.error()).isEqualTo("rate.limited");
            assertThat(client.closeCode()).isEqualTo(4429);
            assertThat(TestClient.words(neighbour.say("when are you open"))).isNotBlank();
        }
    }

    @Test
    void countsPingsAsFrames() {
        try (RunningServer server = WireTestServer.with()
                        .limit("frames-per-connection", "{ per-minute: 60, burst: 20 }")
                        .start();
                TestClient client = server.client()) {
            for (int i = 0; i < 30; i++) {
                client.raw().frame(RawClient.PING, "x");
            }

            assertThat(client.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void closesAClientThatNeverReads() {
        byte[] ping = RawClient.framed(RawClient.PING, true, new byte[125]);
        try (RunningServer server = WireTestServer.with()
                        .limit("frames-per-connection", "{ per-minute: 1000000, burst: 1000000 }")
                        .limit("write-queue", "4KiB")
                        .start();
                TestClient neighbour = server.talk(BOT);
                RawClient client = server.raw(4096)) {
            assertThat(client.upgrade("Origin: " + server.origin())).isEqualTo(101);
            client.frame(
                    RawClient.TEXT,
                    "{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"%s\"}"
                            .formatted(server.token(BOT)));
            for (int i = 0; i < 8_000; i++) {
                client.send(ping);
            }
            assertThat(TestClient.words(neighbour.say("when are you open"))).isNotBlank();
            // The queue may be full and empty again a few times before the kernels on both sides are full. Steps are
            // short
            // beside the two seconds after which the goodbye is given up.
            server.advanceUntilMetric("sotto_refusals_total{code=\"client.slow\"} 1", Duration.ofMillis(250));

            List<String> texts = new ArrayList<>();
            RawClient.Frame frame = client.frame().orElseThrow();
            while (frame.kind() != RawClient.CLOSE) {
                if (frame.kind() == RawClient.TEXT) {
                    texts.add(frame.text());
                }
                frame = client.frame().orElseThrow();
            }
            assertThat(frame.closeCode()).isEqualTo(4408);
            assertThat(texts).last().asString().contains("client.slow");
        }
    }

    @Test
    void closesAClientThatDoesNotReadWhatIsSaidAloud() {
        try (RunningServer server = WireTestServer.with()
                        .speech(new ScriptedSpeech(2, 120_000))
                        .limit("write-queue", "4KiB")
                        .start();
                RawClient client = server.raw(4096)) {
            assertThat(RunningServer.await(server.server().voice())).isEmpty();
            try (TestClient neighbour = server.talk(BOT)) {
                assertThat(client.upgrade("Origin: " + server.origin())).isEqualTo(101);
                client.frame(
                        RawClient.TEXT,
                        ("{\"type\":\"hello\",\"version\":1,\"bot\":\"bank\",\"token\":\"%s\",\"audio\":{\"listen\":%s,"
                                        + "\"speak\":%s}}")
                                .formatted(server.token(BOT), PCM, PCM));
                client.frame(RawClient.TEXT, "{\"type\":\"microphone\",\"state\":\"on\"}");
                server.advanceUntilMetric("sotto_refusals_total{code=\"client.slow\"} 1", Duration.ofMillis(250));

                assertThat(TestClient.words(neighbour.say("when are you open"))).isNotBlank();
                List<RawClient.Frame> frames = new ArrayList<>();
                while (frames.isEmpty() || frames.get(frames.size() - 1).kind() != RawClient.CLOSE) {
                    frames.add(client.frame().orElseThrow());
                }
                assertThat(frames.get(frames.size() - 1).closeCode()).isEqualTo(4408);
                assertThat(frames.get(frames.size() - 2).text()).contains("client.slow");
                assertThat(frames).extracting(RawClient.Frame::kind).contains(RawClient.BINARY);
            }
        }
    }

    @Test
    void cutsAClientThatNeitherReadsNorAnswersTheGoodbye() {
        try (RunningServer server = WireTestServer.with().start();
                RawClient client = server.raw()) {
            assertThat(client.upgrade("Origin: " + server.origin())).isEqualTo(101);
            client.frame(RawClient.BINARY, true, new byte[1]);
            assertThat(client.closeCode()).isEqualTo(4400);

            server.advance(Duration.ofSeconds(2));

            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void refusesMoreConnectionsThanThereIsRoomFor() {
        try (RunningServer server =
                        WireTestServer.with().limit("unproven-sockets", "2").start();
                TestClient first = server.talk(BOT);
                RawClient second = server.raw();
                RawClient third = server.raw();
                RawClient fourth = server.raw()) {
            second.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            third.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(second.response().status()).isEqualTo(200);
            assertThat(third.response().status()).isIn(200, 503);

            fourth.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            RawClient.Response refused = fourth.response();

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("busy.sockets");
            assertThat(TestClient.words(first.say("when are you open"))).isNotBlank();
        }
    }

    @Test
    void givesAnAddressOnlySoManyTokens() {
        try (RunningServer server = RunningServer.with()
                .engine(new ScriptedEngine("scripted"))
                .steeredTime()
                .limit("tokens-per-address", "{ per-minute: 2, burst: 1 }")
                .start()) {
            server.token(BOT);

            HttpResponse<String> refused =
                    server.call("POST", "/v1/tokens", "{\"bot\":\"bank\"}", "Origin", server.origin());

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("rate.limited");
            assertThat(refused.headers().firstValue("retry-after")).contains("30");
            server.advance(Duration.ofSeconds(30));
            assertThat(server.token(BOT)).isNotBlank();
        }
    }

    @Test
    void letsNobodyTryKeysForEver() {
        NewApiKey key = NewApiKey.named("shop");
        try (RunningServer server = WireTestServer.with()
                .limit("failures-per-address", "{ per-minute: 1, burst: 3 }")
                .key(key)
                .start()) {
            for (int i = 0; i < 3; i++) {
                assertThat(asked(server, "sotto_wrong").statusCode()).isEqualTo(401);
            }

            assertThat(asked(server, key.key().reveal()).statusCode()).isEqualTo(429);
            server.advance(Duration.ofMinutes(1));
            assertThat(asked(server, key.key().reveal()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void wipesAndClosesAnIdleSession() {
        try (RunningServer server = WireTestServer.with().limit("idle", "20s").start();
                TestClient client = server.client()) {
            JsonNode ready = client.hello(BOT, server.token(BOT));
            client.turn();
            server.advance(Duration.ofSeconds(21));

            assertThat(client.next("end").get("reason").asText()).isEqualTo("expired");
            assertThat(client.error()).isEqualTo("session.expired");
            assertThat(client.closeCode()).isEqualTo(4410);
            try (TestClient returned = server.client()) {
                returned.send("{'type':'hello','version':1,'resume':{'session':'%s','key':'%s','seen':0}}"
                        .formatted(
                                ready.get("session").asText(),
                                ready.get("resume_key").asText()));
                assertThat(returned.error()).isEqualTo("session.unknown");
                assertThat(returned.closeCode()).isEqualTo(4410);
            }
        }
    }

    private static HttpResponse<String> asked(RunningServer server, String key) {
        return server.call("POST", "/v1/tokens", "{\"bot\":\"bank\"}", "Authorization", "Bearer " + key);
    }
}

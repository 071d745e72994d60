package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.testing.RawClient;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends has its stable error and close code, and a neighbour's conversation notices nothing. */
class SocketBadInputTest {

    private static final String BOT = "bank";

    /** A sample utterance of the bot's, which the engine of these tests understands word for word. */
    private static final String HOURS = "when are you open";

    private static RunningServer server;

    private TestClient neighbour;

    @BeforeAll
    static void start() {
        server = WireTestServer.with().origin("https://shop.example").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void sitDownBeside() {
        neighbour = server.talk(BOT);
    }

    @AfterEach
    void askTheNeighbour() {
        assertThat(TestClient.words(neighbour.say(HOURS))).isNotBlank();
        neighbour.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "[]",
                "null",
                "{'type':7}",
                "{'type':'text','seq':1}",
                "{'type':'text','seq':'1','text':'a'}",
                "{'type':'text','seq':1,'seq':2,'text':'a'}",
                "{'type':'text','seq':1,'text':'\\u0000'}",
                "{'type':'text','seq':1,'text':'\\ud800'}",
                "{'type':'text','seq':1e99999,'text':'a'}",
                "{'type':'text','seq':1,'text':'a','x':[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void closesOnAMalformedFrame(String frame) {
        try (TestClient client = server.talk(BOT)) {
            client.send(frame);

            assertClosed(client, "frame.malformed", 4400);
        }
    }

    @Test
    void closesOnBytesThatAreNotUtf8() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.TEXT, true, new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80});

            assertClosed(client, "frame.malformed", 4400);
        }
    }

    @Test
    void closesOnAnUnknownFrame() {
        try (TestClient client = server.talk(BOT)) {
            client.send("{'type':'reboot','seq':1}");

            assertClosed(client, "frame.unknown", 4400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'type':'text','seq':1,'text':'hello'}", "{'type':'seen','upto':0}", "{'type':'end','seq':1}"})
    void takesNothingButAHelloFirst(String frame) {
        try (TestClient client = server.client()) {
            client.send(frame);

            assertClosed(client, "frame.unexpected", 4400);
        }
    }

    @Test
    void refusesBinaryBeforeHello() {
        try (TestClient client = server.client()) {
            client.raw().frame(RawClient.BINARY, true, new byte[320]);

            assertClosed(client, "frame.unexpected", 4400);
        }
    }

    @Test
    void refusesBinaryWithoutAudio() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.BINARY, true, new byte[320]);

            assertClosed(client, "frame.unexpected", 4400);
        }
    }

    @Test
    void refusesASecondHello() {
        try (TestClient client = server.talk(BOT)) {
            client.send("{'type':'hello','version':1,'bot':'bank','token':'%s'}".formatted(server.token(BOT)));

            assertClosed(client, "frame.unexpected", 4400);
        }
    }

    @Test
    void refusesAnotherVersion() {
        try (TestClient client = server.client()) {
            client.send("{'type':'hello','version':2,'bot':'bank','token':'%s'}".formatted(server.token(BOT)));

            assertClosed(client, "version.unsupported", 4400);
        }
    }

    @Test
    void refusesATokenThatNobodyIssued() {
        try (TestClient client = server.client()) {
            client.send("{'type':'hello','version':1,'bot':'bank','token':'AAAA'}");

            assertClosed(client, "token.invalid", 4401);
        }
    }

    @Test
    void refusesATokenThatWasUsedBefore() {
        String token = server.token(BOT);
        try (TestClient first = server.client();
                TestClient second = server.client()) {
            first.hello(BOT, token);
            second.send("{'type':'hello','version':1,'bot':'bank','token':'%s'}".formatted(token));

            assertClosed(second, "token.invalid", 4401);
        }
    }

    @Test
    void refusesATokenThatHasExpired() {
        String token = server.token(BOT);
        server.advance(Duration.ofSeconds(61));
        try (TestClient client = server.client()) {
            client.send("{'type':'hello','version':1,'bot':'bank','token':'%s'}".formatted(token));

            assertClosed(client, "token.invalid", 4401);
        }
    }

    @Test
    void refusesATokenForAnotherBot() {
        String token = server.token("coffee");
        try (TestClient client = server.client()) {
            client.send("{'type':'hello','version':1,'bot':'bank','token':'%s'}".formatted(token));

            assertClosed(client, "token.invalid", 4401);
        }
    }

    @Test
    void refusesATokenThatAnotherPageBrings() {
        String token = server.token(BOT);
        try (TestClient client = server.client("Origin: https://shop.example")) {
            client.send("{'type':'hello','version':1,'bot':'bank','token':'%s'}".formatted(token));

            assertClosed(client, "token.invalid", 4401);
        }
    }

    @Test
    void refusesABotThatThereIsNot() {
        try (TestClient client = server.client()) {
            client.send("{'type':'hello','version':1,'bot':'../bank','token':'%s'}".formatted(server.token(BOT)));

            assertClosed(client, "bot.unknown", 4403);
        }
    }

    @Test
    void refusesALocaleThatTheBotDoesNotSpeak() {
        try (TestClient client = server.client()) {
            client.send("{'type':'hello','version':1,'bot':'bank','token':'%s','locale':'fi-FI'}"
                    .formatted(server.token(BOT)));

            assertClosed(client, "locale.unknown", 4400);
        }
    }

    @Test
    void refusesAResumeOfNoSession() {
        try (TestClient client = server.client()) {
            client.send("{'type':'hello','version':1,'resume':"
                    + "{'session':'AAAAAAAAAAAAAAAAAAAAAA','key':'k','seen':0}}");

            assertClosed(client, "session.unknown", 4410);
        }
    }

    @Test
    void refusesAResumeWithAWrongKey() {
        try (TestClient client = server.client();
                TestClient thief = server.client()) {
            JsonNode ready = client.hello(BOT, server.token(BOT));
            thief.send("{'type':'hello','version':1,'resume':{'session':'%s','key':'k','seen':0}}"
                    .formatted(ready.get("session").asText()));

            assertClosed(thief, "key.invalid", 4401);
            client.turn();
            assertThat(TestClient.words(client.say(HOURS))).isNotBlank();
        }
    }

    @Test
    void closesWhenNoHelloComesInTime() {
        try (TestClient client = server.client()) {
            client.raw().frame(RawClient.PING, "");
            assertThat(client.raw().frame().orElseThrow().kind()).isEqualTo(RawClient.PONG);

            server.advance(Duration.ofSeconds(5));

            assertClosed(client, "hello.late", 4401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://localhost", "https://localhost.evil.example", "x y"})
    void refusesTheUpgradeForAForeignOrigin(String origin) {
        try (RawClient client = server.raw()) {
            client.send("GET /v1/socket HTTP/1.1\r\nHost: evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Origin: " + origin + "\r\n\r\n");
            RawClient.Response response = client.response();

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.body()).contains("\"origin.refused\"").doesNotContain("evil");
        }
    }

    @Test
    void refusesAFrameOverItsSize() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.TEXT, true, new byte[16 * 1024 + 1]);

            assertClosed(client, "frame.too_large", 1009);
        }
    }

    @Test
    void refusesAFrameThatOnlySaysThatItIsLarge() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().send(new byte[] {(byte) 0x81, (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4});

            assertClosed(client, "frame.too_large", 1009);
        }
    }

    @Test
    void refusesAMessageWhoseFragmentsAreTooLargeTogether() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.TEXT, false, new byte[8 * 1024]);
            client.raw().frame(RawClient.CONTINUATION, false, new byte[8 * 1024]);
            client.raw().frame(RawClient.CONTINUATION, true, new byte[1]);

            assertClosed(client, "frame.too_large", 1009);
        }
    }

    @Test
    void readsAMessageInFragmentsWithAPingBetween() {
        byte[] frame = "{\"type\":\"text\",\"seq\":1,\"text\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.TEXT, false, Arrays.copyOf(frame, 10));
            client.raw().frame(RawClient.PING, "there?");
            client.raw().frame(RawClient.CONTINUATION, true, Arrays.copyOfRange(frame, 10, frame.length));

            assertThat(client.raw().frame().orElseThrow().kind()).isEqualTo(RawClient.PONG);
            assertThat(client.words()).isNotBlank();
        }
    }

    @Test
    void refusesAContinuationOfNothing() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.CONTINUATION, true, new byte[4]);

            assertClosed(client, "frame.malformed", 4400);
        }
    }

    @Test
    void refusesAMessageWithinAMessage() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.TEXT, false, new byte[4]);
            client.raw().frame(RawClient.TEXT, true, new byte[4]);

            assertClosed(client, "frame.malformed", 4400);
        }
    }

    @Test
    void refusesAFrameWithoutAMask() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().send(new byte[] {(byte) 0x81, 2, '{', '}'});

            assertClosed(client, "frame.malformed", 4400);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0xc1, 0x83, 0x8b, 0x09})
    void refusesAFrameOfAnUnknownMake(int first) {
        try (TestClient client = server.talk(BOT)) {
            client.raw().send(new byte[] {(byte) first, (byte) 0x80, 1, 2, 3, 4});

            assertClosed(client, "frame.malformed", 4400);
        }
    }

    @Test
    void givesUpOnAMessageThatIsNotFinished() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.TEXT, false, new byte[4]);
            client.raw().frame(RawClient.PING, "");
            assertThat(client.raw().frame().orElseThrow().kind()).isEqualTo(RawClient.PONG);

            server.advance(Duration.ofSeconds(10));

            assertClosed(client, "client.slow", 4408);
        }
    }

    @Test
    void givesUpOnAClientThatStopsInTheMiddleOfAFrame() {
        byte[] frame = RawClient.framed(RawClient.TEXT, true, new byte[100]);
        try (TestClient client = server.talk(BOT)) {
            client.raw().send(Arrays.copyOf(frame, 50));

            for (int i = 0; i < 3; i++) {
                server.advance(Duration.ofSeconds(30));
                assertThat(TestClient.words(neighbour.say(HOURS))).isNotBlank();
            }

            assertThat(client.raw().frame().orElseThrow().kind()).isEqualTo(RawClient.PING);
            assertClosed(client, "client.slow", 4408);
        }
    }

    @Test
    void keepsAClientThatIsSilentButThere() {
        try (TestClient client = server.talk(BOT)) {
            for (int i = 0; i < 4; i++) {
                server.advance(Duration.ofSeconds(30));
                assertThat(TestClient.words(neighbour.say(HOURS))).isNotBlank();
                if (i % 2 == 1) {
                    RawClient.Frame ping = client.raw().frame().orElseThrow();
                    assertThat(ping.kind()).isEqualTo(RawClient.PING);
                    client.raw().frame(RawClient.PONG, ping.text());
                    assertThat(TestClient.words(client.say(HOURS))).isNotBlank();
                }
            }
        }
    }

    @Test
    void refusesAGapInTheNumbers() {
        try (TestClient client = server.talk(BOT)) {
            client.send("{'type':'text','seq':2,'text':'hello'}");

            JsonNode error = client.next("error");
            assertThat(error.get("code").asText()).isEqualTo("frame.gap");
            assertThat(client.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void goesOnAfterATextThatIsNotAcceptable() {
        try (TestClient client = server.talk(BOT)) {
            client.send("{'type':'text','seq':1,'text':''}");
            JsonNode empty = client.next("error");
            client.send("{'type':'text','seq':1,'text':'%s'}".formatted("x".repeat(1025)));
            JsonNode tooLong = client.next("error");
            List<JsonNode> answer = client.say(HOURS);

            assertThat(empty.get("code").asText()).isEqualTo("text.empty");
            assertThat(tooLong.get("code").asText()).isEqualTo("text.too_long");
            assertThat(tooLong.get("cause").asLong()).isEqualTo(1);
            assertThat(answer.get(answer.size() - 1).get("cause").asLong()).isEqualTo(1);
        }
    }

    @Test
    void answersAGoodbye() {
        try (TestClient client = server.talk(BOT)) {
            client.raw().frame(RawClient.CLOSE, true, new byte[] {0x03, (byte) 0xe8});

            assertThat(client.closeCode()).isEqualTo(1000);
        }
    }

    private static void assertClosed(TestClient client, String code, int close) {
        assertThat(client.error()).isEqualTo(code);
        assertThat(client.closeCode()).isEqualTo(close);
    }
}

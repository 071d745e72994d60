package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.access.NewApiKey;
import dev.sotto.testing.RawClient;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a request holds has its stable error, and a neighbour's conversation notices nothing. */
class HttpBadInputTest {

    private static final NewApiKey KEY = NewApiKey.named("shop");
    private static final String BOT = "bank";
    private static final String HOURS = "when are you open";
    private static final String JSON = "Host: localhost\r\nContent-Type: application/json\r\n";

    private static RunningServer server;

    private TestClient neighbour;

    @BeforeAll
    static void start() {
        server = WireTestServer.with().key(KEY).start();
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
                "/v1/",
                "/v1/secrets",
                "/v1/sessions/x/y",
                "/v1/tokens/",
                "/v2/tokens",
                "/etc/passwd",
                "/../web/index.html",
                "/%2e%2e/index.html",
                "/index.html",
                "/page.js%00",
                "/sotto-chat.js.map",
                "//page.js"
            })
    void repeatsNothingOfAPathThatThereIsNot(String path) {
        RawClient.Response response = sent("GET " + path + "?canary HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertRefused(response, 404, "path.unknown");
        assertThat(response.head() + response.body()).doesNotContain("canary").doesNotContain(path + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/tokens",
        "POST,/v1/bots",
        "PUT,/v1/sessions",
        "GET,/v1/sessions/x/turns",
        "POST,/",
        "DELETE,/page.js",
        "BREW,/"
    })
    void refusesAnotherMethod(String method, String path) {
        RawClient.Response response = sent(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertRefused(response, 405, "method.unknown");
        assertThat(response.head()).containsIgnoringCase("allow:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon here\r\n\r\n",
                "GET / HTTP/9.9 canary\r\n\r\n",
                "POST /v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: canary\r\n\r\n",
                "POST /v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST /v1/tokens HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"
            })
    void refusesWhatIsNoRequest(String request) {
        RawClient.Response response = sent(request);

        assertRefused(response, 400, "frame.malformed");
        assertThat(response.head() + response.body()).doesNotContain("canary");
    }

    @Test
    void refusesAHeadThatIsTooLarge() {
        RawClient.Response response =
                sent("GET / HTTP/1.1\r\nHost: localhost\r\nX-Filler: " + "x".repeat(9000) + "\r\n\r\n");

        assertRefused(response, 400, "frame.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/json; charset=latin1", "application/x-www-form-urlencoded"})
    void takesNothingButJson(String type) {
        RawClient.Response response = sent("POST /v1/tokens HTTP/1.1\r\nHost: localhost\r\n"
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                + "Content-Length: 14\r\n\r\n{\"bot\":\"bank\"}");

        assertRefused(response, 415, "type.unsupported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "nonsense",
                "{\"bot\":7}",
                "{\"bot\":\"bank\",\"bot\":\"bank\"}",
                "{\"bot\":\"\\ud800\"}",
                "{\"bot\":\"bank\",\"x\":[[[[[[[[[[[[]]]]]]]]]]]]}"
            })
    void refusesAMalformedBody(String body) {
        assertRefused(post("/v1/tokens", bearer(KEY.key().reveal()), body), 400, "frame.malformed");
    }

    @Test
    void refusesABodyThatIsDeclaredTooLarge() {
        RawClient.Response response =
                sent("POST /v1/tokens HTTP/1.1\r\n" + JSON + "Content-Length: 65537\r\n\r\n{\"bot\":");

        assertRefused(response, 413, "frame.too_large");
    }

    @Test
    void refusesABodyThatGrowsTooLargeInChunks() {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        RawClient.Response response =
                sent("POST /v1/tokens HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5));

        assertRefused(response, 413, "frame.too_large");
    }

    @Test
    void givesUpOnABodyThatIsShorterThanItSays() {
        try (RawClient client = server.raw()) {
            client.send("POST /v1/tokens HTTP/1.1\r\n" + JSON + "Expect: 100-continue\r\nContent-Length: 100\r\n\r\n");
            assertThat(client.response().status()).isEqualTo(100);
            client.send("{\"bot\":\"bank\"");

            server.advance(Duration.ofSeconds(10));

            assertRefused(client.response(), 408, "client.slow");
            server.advance(Duration.ofSeconds(2));
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void takesWhatIsLongerThanItSaysForAnotherRequest() {
        try (RawClient client = server.raw()) {
            String body = "{\"bot\":\"bank\"}";
            client.send("POST /v1/tokens HTTP/1.1\r\n" + JSON + "Origin: " + server.origin() + "\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body + "and more\r\n\r\n");

            assertThat(client.response().status()).isEqualTo(200);
            assertRefused(client.response(), 400, "frame.malformed");
        }
    }

    @Test
    void givesUpOnAHeadThatTricklesIn() {
        try (RawClient client = server.raw()) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.response().status()).isEqualTo(200);
            client.send("GET / HTTP/1.1\r\nHo");
            server.advance(Duration.ofSeconds(10));
            client.send("st: lo");

            server.advance(Duration.ofSeconds(10));

            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void letsAKeptConnectionGoOnlyWhenNothingComes() {
        try (RawClient client = server.raw()) {
            for (int i = 0; i < 4; i++) {
                client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(client.response().status()).isEqualTo(200);
                server.advance(Duration.ofSeconds(15));
            }
        }
    }

    @Test
    void refusesAWrongKey() {
        RawClient.Response response = post("/v1/tokens", bearer("sotto_wrong"), "{\"bot\":\"bank\"}");

        assertRefused(response, 401, "key.invalid");
        assertThat(response.head()).containsIgnoringCase("www-authenticate: bearer");
    }

    @Test
    void givesNoTokenToAClientThatIsNeitherPageNorHasAKey() {
        assertRefused(post("/v1/tokens", "", "{\"bot\":\"bank\"}"), 401, "key.invalid");
    }

    @Test
    void givesNoTokenToAForeignPage() {
        assertRefused(
                post("/v1/tokens", "Origin: https://evil.example\r\n", "{\"bot\":\"bank\"}"), 403, "origin.refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"person\":\"p\"", "\"origin\":\"https://shop.example\""})
    void letsNoVisitorSpeakForOthers(String member) {
        RawClient.Response response =
                post("/v1/tokens", "Origin: " + server.origin() + "\r\n", "{\"bot\":\"bank\"," + member + "}");

        assertRefused(response, 400, "frame.malformed");
    }

    @Test
    void givesNoTokenForABotThatThereIsNot() {
        assertRefused(post("/v1/tokens", bearer(KEY.key().reveal()), "{\"bot\":\"casino\"}"), 404, "bot.unknown");
    }

    @Test
    void opensNoSessionWithATokenThatWasUsedBefore() {
        String token = server.token(BOT, KEY.key().reveal());
        String body = "{\"bot\":\"bank\",\"token\":\"" + token + "\"}";

        assertThat(post("/v1/sessions", "", body).status()).isEqualTo(201);
        assertRefused(post("/v1/sessions", "", body), 401, "token.invalid");
    }

    @Test
    void opensNoSessionForAPageWithATokenForNone() {
        String token = server.token(BOT, KEY.key().reveal());

        assertRefused(
                post(
                        "/v1/sessions",
                        "Origin: " + server.origin() + "\r\n",
                        "{\"bot\":\"bank\",\"token\":\"" + token + "\"}"),
                401,
                "token.invalid");
    }

    @Test
    void takesNoTurnWithoutTheSessionsKey() {
        String turns = "/v1/sessions/" + opened().get("session").asText() + "/turns";

        assertRefused(post(turns, "", "{\"seq\":1,\"text\":\"hello\"}"), 401, "key.invalid");
        assertRefused(post(turns, bearer("wrong"), "{\"seq\":1,\"text\":\"hello\"}"), 401, "key.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAA", "%2e%2e"})
    void knowsNoOtherSessions(String id) {
        assertRefused(
                post("/v1/sessions/" + id + "/turns", bearer("k"), "{\"seq\":1,\"text\":\"hello\"}"),
                404,
                "session.unknown");
    }

    @Test
    void goesOnAfterATurnThatIsNotAcceptable() {
        JsonNode session = opened();
        String turns = "/v1/sessions/" + session.get("session").asText() + "/turns";
        String key = bearer(session.get("key").asText());

        assertRefused(post(turns, key, "{\"seq\":1,\"text\":\"\"}"), 400, "text.empty");
        assertRefused(post(turns, key, "{\"seq\":1,\"text\":\"" + "x".repeat(1025) + "\"}"), 400, "text.too_long");
        assertRefused(post(turns, key, "{\"seq\":3,\"text\":\"hello\"}"), 409, "frame.gap");
        assertThat(post(turns, key, "{\"seq\":1,\"text\":\"" + HOURS + "\"}").status())
                .isEqualTo(200);
    }

    @Test
    void answersNobodyInPlaintext() {
        try (RawClient client = RawClient.connectPlain(server.url())) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(client.rest()).doesNotContain("HTTP");
        }
    }

    private static JsonNode opened() {
        String token = server.token(BOT, KEY.key().reveal());
        return json(post("/v1/sessions", "", "{\"bot\":\"bank\",\"token\":\"" + token + "\"}"));
    }

    private static String bearer(String key) {
        return "Authorization: Bearer " + key + "\r\n";
    }

    private static RawClient.Response post(String path, String headers, String body) {
        return sent("POST " + path + " HTTP/1.1\r\n" + JSON + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                + body);
    }

    private static RawClient.Response sent(String request) {
        try (RawClient client = server.raw()) {
            return client.send(request).response();
        }
    }

    private static JsonNode json(RawClient.Response response) {
        return RunningServer.json(response.body());
    }

    private static void assertRefused(RawClient.Response response, int status, String code) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("error").get("code").asText()).isEqualTo(code);
        assertThat(response.head()).containsIgnoringCase("cache-control: no-store");
    }
}

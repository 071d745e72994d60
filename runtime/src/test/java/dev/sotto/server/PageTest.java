package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.access.NewApiKey;
import dev.sotto.testing.RunningServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page with the chat, and what pages are allowed. */
class PageTest {

    private static final String SHOP = "https://shop.example";
    private static final NewApiKey KEY = NewApiKey.named("shop");

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = WireTestServer.with().origin(SHOP).key(KEY).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,text/html; charset=utf-8",
        "/sotto-chat.js,text/javascript; charset=utf-8",
        "/sotto-microphone.js,text/javascript; charset=utf-8",
        "/page.js,text/javascript; charset=utf-8",
        "/page.css,text/css; charset=utf-8",
        "/icon.svg,image/svg+xml"
    })
    void servesThePageWithHeadersThatKeepABrowserCareful(String path, String type) {
        HttpResponse<String> response = server.call("GET", path, "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isNotBlank();
        assertHeader(response, "content-type", type);
        assertHeader(response, "x-content-type-options", "nosniff");
        assertHeader(response, "referrer-policy", "no-referrer");
        assertHeader(response, "cross-origin-opener-policy", "same-origin");
        assertHeader(response, "cross-origin-resource-policy", "same-origin");
        assertThat(header(response, "strict-transport-security")).startsWith("max-age=");
        assertThat(header(response, "permissions-policy")).contains("camera=()", "microphone=(self)");
        assertThat(header(response, "content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void sendsTheSamePageOnceOnly() {
        String tag = header(server.call("GET", "/page.js", ""), "etag");

        HttpResponse<String> again = server.call("GET", "/page.js", "", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void sendsTheHeadOfAPageAlone() {
        HttpResponse<String> response = server.call("HEAD", "/", "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(Integer.parseInt(header(response, "content-length"))).isPositive();
    }

    @Test
    void listsTheBots() {
        HttpResponse<String> response = server.call("GET", "/v1/bots", "");

        List<JsonNode> bots = new ArrayList<>();
        RunningServer.json(response).get("bots").forEach(bots::add);
        assertThat(bots).extracting(bot -> bot.get("name").asText()).containsExactly("bank", "coffee", "helpdesk");
        assertThat(bots).allSatisfy(bot -> {
            assertThat(bot.get("title").asText()).isNotBlank();
            assertThat(bot.get("hint").asText()).isNotBlank();
            assertThat(bot.get("locales").get(0).asText()).isEqualTo("en-GB");
        });
        assertHeader(response, "cache-control", "no-store");
    }

    @Test
    void letsAnAllowedPageAskAcrossOrigins() {
        HttpResponse<String> permission = server.call(
                "OPTIONS",
                "/v1/tokens",
                "",
                "Origin",
                SHOP,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");
        HttpResponse<String> token = server.call("POST", "/v1/tokens", "{\"bot\":\"bank\"}", "Origin", SHOP);

        assertThat(permission.statusCode()).isEqualTo(204);
        assertHeader(permission, "access-control-allow-origin", SHOP);
        assertThat(header(permission, "access-control-allow-methods")).contains("POST");
        assertThat(header(permission, "access-control-allow-headers")).contains("content-type");
        assertThat(token.statusCode()).isEqualTo(200);
        assertHeader(token, "access-control-allow-origin", SHOP);
        assertHeader(token, "vary", "origin");
    }

    @Test
    void permitsNothingToAForeignPage() {
        HttpResponse<String> refused = server.call(
                "OPTIONS", "/v1/tokens", "", "Origin", "https://evil.example", "Access-Control-Request-Method", "POST");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void bindsATokenToThePageThatItsHolderNames() {
        HttpResponse<String> token = server.call(
                "POST",
                "/v1/tokens",
                "{\"bot\":\"bank\",\"origin\":\"" + SHOP + "\",\"person\":\"p-1\"}",
                "Authorization",
                "Bearer " + KEY.key().reveal());
        String open = "{\"bot\":\"bank\",\"token\":\""
                + RunningServer.json(token).get("token").asText() + "\"}";

        HttpResponse<String> opened = server.call("POST", "/v1/sessions", open, "Origin", SHOP);

        assertThat(opened.statusCode()).isEqualTo(201);
    }

    private static void assertHeader(HttpResponse<String> response, String name, String value) {
        assertThat(header(response, name)).as(name).isEqualTo(value);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

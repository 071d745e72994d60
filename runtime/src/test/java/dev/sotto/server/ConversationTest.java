package dev.sotto.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.access.NewApiKey;
import dev.sotto.testing.RunningServer;
import dev.sotto.testing.TestClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole conversations with the demo bots, over real sockets. */
class ConversationTest {

    private static final NewApiKey PAYROLL = NewApiKey.named("payroll");
    private static final NewApiKey TRACE = NewApiKey.named("trace");

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                RunningServer.with().key(PAYROLL, "payroll").key(TRACE, "trace").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ordersACoffeeOverAWebSocket() {
        try (TestClient client = server.client()) {
            JsonNode ready = client.hello("coffee", server.token("coffee"));
            List<JsonNode> opening = client.turn();
            List<JsonNode> answer = client.say("a large latte");

            assertThat(ready.get("bot").asText()).isEqualTo("coffee");
            assertThat(ready.get("limits").get("text").asInt()).isEqualTo(1024);
            assertThat(opening.get(0).get("type").asText()).isEqualTo("ask");
            assertThat(opening.get(opening.size() - 1).get("cause").asLong()).isZero();
            JsonNode question = answer.get(0);
            assertThat(question.get("type").asText()).isEqualTo("ask");
            assertThat(question.get("expects").asText()).isEqualTo("slot");
            assertThat(answer.get(answer.size() - 1).get("action").asText()).isEqualTo("ElicitSlot");
            assertThat(answer.get(answer.size() - 1).get("cause").asLong()).isEqualTo(1);
        }
    }

    @Test
    void numbersItsFramesWithoutGaps() {
        try (TestClient client = server.client()) {
            client.hello("bank", server.token("bank"));
            List<JsonNode> frames = new ArrayList<>(client.turn());
            frames.addAll(client.say("what are your opening hours"));
            frames.addAll(client.say("what is my balance"));

            assertThat(frames)
                    .extracting(frame -> frame.get("seq").asLong())
                    .first()
                    .isEqualTo(1L);
            for (int i = 1; i < frames.size(); i++) {
                assertThat(frames.get(i).get("seq").asLong())
                        .isEqualTo(frames.get(i - 1).get("seq").asLong() + 1);
            }
        }
    }

    @Test
    void talksOverHttpInOneRequestATurn() {
        JsonNode opened = RunningServer.json(open("bank", server.token("bank")));
        String key = opened.get("key").asText();
        String turns = "/v1/sessions/" + opened.get("session").asText() + "/turns";
        String asked = "{\"seq\":1,\"text\":\"what are your opening hours\"}";

        HttpResponse<String> first = server.call("POST", turns, asked, "Authorization", "Bearer " + key);
        HttpResponse<String> again = server.call("POST", turns, asked, "Authorization", "Bearer " + key);

        assertThat(TestClient.words(frames(opened))).isNotBlank();
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(TestClient.words(frames(RunningServer.json(first)))).isNotBlank();
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void endsASessionOverHttp() {
        JsonNode opened = RunningServer.json(open("bank", server.token("bank")));
        String[] key = {"Authorization", "Bearer " + opened.get("key").asText()};
        String session = "/v1/sessions/" + opened.get("session").asText();

        assertThat(server.call("DELETE", session, "", key).statusCode()).isEqualTo(204);

        HttpResponse<String> after = server.call("POST", session + "/turns", "{\"seq\":1,\"text\":\"hello\"}", key);
        assertThat(after.statusCode()).isEqualTo(404);
        assertThat(code(after)).isEqualTo("session.unknown");
    }

    @Test
    void comesBackAfterACutWithoutLosingAnything() {
        try (TestClient client = server.client()) {
            JsonNode ready = client.hello("coffee", server.token("coffee"));
            client.turn();
            client.type("a large latte");
            JsonNode question = client.next();
            client.cut();

            try (TestClient returned = server.client()) {
                JsonNode again = returned.resume(ready, question.get("seq").asLong() - 1);
                List<JsonNode> replayed = returned.turn();

                assertThat(again.get("session")).isEqualTo(ready.get("session"));
                assertThat(again.get("resume_key")).isNotEqualTo(ready.get("resume_key"));
                assertThat(again.get("received").asLong()).isEqualTo(1);
                assertThat(replayed.get(0)).isEqualTo(question);
                assertThat(TestClient.words(returned.say("decaf"))).isNotBlank();
            }
        }
    }

    @Test
    void letsASecondConnectionTakeOver() {
        try (TestClient first = server.client()) {
            JsonNode ready = first.hello("coffee", server.token("coffee"));
            JsonNode last = first.turn().get(0);
            try (TestClient second = server.client()) {
                second.resume(ready, last.get("seq").asLong() + 1);

                assertThat(first.error()).isEqualTo("session.replaced");
                assertThat(first.closeCode()).isEqualTo(4409);
                assertThat(TestClient.words(second.say("a large latte"))).isNotBlank();
            }
        }
    }

    @Test
    void closesWhenThePersonLeaves() {
        try (TestClient client = server.talk("bank")) {
            client.send("{'type':'end','seq':1}");

            assertThat(client.next("end").get("reason").asText()).isEqualTo("left");
            assertThat(client.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void showsWhatWasUnderstoodToThoseWhoMaySeeIt() {
        try (TestClient client = server.client(new String[0])) {
            client.hello("coffee", server.token("coffee", TRACE.key().reveal()));
            client.turn();
            JsonNode understood = client.say("a large latte").get(0);

            assertThat(understood.get("type").asText()).isEqualTo("understood");
            assertThat(understood.get("intent").asText()).isNotBlank();
            assertThat(understood.get("slots").isObject()).isTrue();
        }
        try (TestClient client = server.talk("coffee")) {
            assertThat(client.say("a large latte"))
                    .noneMatch(frame -> frame.get("type").asText().equals("understood"));
        }
    }

    @Test
    void tellsASalaryOnlyToThoseWhoMayAsk() {
        String question = "what does Anna earn";
        try (TestClient visitor = server.talk("helpdesk");
                TestClient payroll = server.client(new String[0])) {
            payroll.hello("helpdesk", server.token("helpdesk", PAYROLL.key().reveal()));
            payroll.turn();

            List<JsonNode> refused = visitor.say(question);
            List<JsonNode> nonsense = visitor.say("zzz qqq xxx");
            List<JsonNode> answered = payroll.say(question);

            assertThat(types(refused)).isEqualTo(types(nonsense));
            assertThat(answered.get(answered.size() - 1).get("state")).isNotNull();
            assertThat(refused.get(refused.size() - 1).get("state")).isNull();
            assertThat(refused).noneMatch(frame -> frame.has("slot") || frame.has("intent"));
        }
    }

    private static HttpResponse<String> open(String bot, String token) {
        HttpResponse<String> opened = server.call(
                "POST",
                "/v1/sessions",
                "{\"token\":\"%s\",\"bot\":\"%s\"}".formatted(token, bot),
                "Origin",
                server.origin());
        assertThat(opened.statusCode()).isEqualTo(201);
        return opened;
    }

    private static List<String> types(List<JsonNode> frames) {
        return frames.stream().map(frame -> frame.get("type").asText()).toList();
    }

    private static List<JsonNode> frames(JsonNode answer) {
        List<JsonNode> frames = new ArrayList<>();
        answer.get("frames").forEach(frames::add);
        return frames;
    }

    private static String code(HttpResponse<String> refused) {
        return RunningServer.json(refused).get("error").get("code").asText();
    }
}

package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.bot.Bot;
import dev.sotto.bot.testing.BotCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class NlpJsBotTest {

    private static final Path BANK =
            Path.of("").toAbsolutePath().resolve("../bots/bank").normalize();

    private final Bot bank = BotCheck.of(BANK, "bank").bot().orElseThrow();
    private final JsonNode json = NlpJsBot.of(bank, Path.of("server.pem"));

    @Test
    void givesThePeerEverySampleOfEveryIntentWithItsPlacesFilled() {
        assertThat(json.path("intents")).hasSize(bank.intents().size());
        for (int i = 0; i < bank.intents().size(); i++) {
            assertThat(json.path("intents").path(i).path("says"))
                    .hasSize(bank.intents().get(i).says().size());
        }
        assertThat(json.toString())
                .contains("\"pay Anna twenty pounds\"", "\"send money to Anna\"", "\"make a payment of twenty pounds\"")
                .doesNotContain("{payee}", "](");
    }

    @Test
    void givesThePeerEveryValueAndItsSynonyms() {
        JsonNode payee = json.path("types").path(0);

        assertThat(payee.path("name").asText()).isEqualTo("payee");
        assertThat(payee.path("values")).hasSize(4);
        assertThat(payee.path("values").path(1).toString())
                .isEqualTo("{\"value\":\"Ben\",\"synonyms\":[\"my brother\",\"Benjamin\"]}");
    }
}

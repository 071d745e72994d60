package dev.sotto.bot.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/bot.schema.json has the keys that the readers take, no more and no less. */
final class BotSchemaTest {

    @Test
    void hasTheKeysOfTheReaders() throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(Path.of("../docs/bot.schema.json").toFile());
        JsonNode definitions = schema.path("$defs");

        assertThat(keys(schema)).containsExactlyInAnyOrderElementsOf(BotReader.KEYS);
        assertThat(keys(definitions.path("intent"))).containsExactlyInAnyOrderElementsOf(IntentReader.KEYS);
        assertThat(keys(definitions.path("confirm"))).containsExactlyInAnyOrderElementsOf(IntentReader.CONFIRM_KEYS);
        assertThat(keys(definitions.path("fulfilment"))).containsExactlyInAnyOrderElementsOf(IntentReader.FULFIL_KEYS);
        assertThat(keys(definitions.path("slot")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(SlotReader.KEYS.stream(), SlotReader.WHOLE_KEYS.stream())
                                .distinct()
                                .toList());
        assertThat(keys(definitions.path("passage").path("anyOf").path(1)))
                .containsExactlyInAnyOrderElementsOf(PassageReader.KEYS);
        assertThat(keys(definitions.path("branch"))).containsExactlyInAnyOrderElementsOf(PassageReader.BRANCH_KEYS);
        assertThat(keys(definitions.path("call"))).containsExactlyInAnyOrderElementsOf(PassageReader.CALL_KEYS);
        assertThat(keys(definitions.path("repair"))).containsExactlyInAnyOrderElementsOf(WordingReader.REPAIR_KEYS);
        assertThat(keys(definitions.path("type"))).containsExactlyInAnyOrderElementsOf(TypeReader.KEYS);
        assertThat(keys(definitions
                        .path("type")
                        .path("properties")
                        .path("values")
                        .path("additionalProperties")
                        .path("anyOf")
                        .path(2)))
                .containsExactlyInAnyOrderElementsOf(TypeReader.VALUE_KEYS);
        assertThat(keys(definitions.path("card"))).containsExactlyInAnyOrderElementsOf(CardReader.KEYS);
        assertThat(keys(definitions.path("listen"))).containsExactlyInAnyOrderElementsOf(ListeningReader.KEYS);
        assertThat(keys(definitions.path("attempt"))).containsExactlyInAnyOrderElementsOf(ListeningReader.ATTEMPT_KEYS);
        assertThat(keys(definitions.path("slot").path("properties").path("attempts")))
                .containsExactlyElementsOf(ListeningReader.ATTEMPTS);
        assertThat(keys(definitions.path("pause"))).containsExactlyInAnyOrderElementsOf(PauseReader.KEYS);
    }

    private static List<String> keys(JsonNode definition) {
        List<String> keys = new ArrayList<>();
        definition.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}

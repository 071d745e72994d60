package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChatCommandTest {

    private static final String TEA = """
            bot: tea
            locale: en-GB
            engine: opennlp
            greeting: What would you like?
            intents:
              order:
                says: ["a cup of {kind} please", "I would like some {kind}", "bring me {kind}", "can I have {kind}", some tea]
                slots:
                  kind: { type: kind, ask: Which kind? }
                answer: Here is your {kind}.
              till:
                says: [open the till, show me the takings, count the money in the till]
                requires: { scopes: [cashier] }
                answer: It holds ninety pounds.
              leave:
                says: [goodbye, bye for now, see you tomorrow, I am leaving]
                answer: Goodbye.
                then: hangup
            types:
              kind: { values: { green tea: [green], black tea: [black] } }
            """;

    @TempDir
    private Path temp;

    @BeforeEach
    void installHere() throws IOException {
        System.setProperty("sotto.root", temp.toString());
        Path folder = Files.createDirectories(temp.resolve("bots/tea"));
        Files.writeString(folder.resolve("bot.yaml"), TEA);
        Path other = Files.createDirectories(temp.resolve("bots/other"));
        Files.writeString(other.resolve("bot.yaml"), "bot: other\nnonsense: true\n");
    }

    @AfterEach
    void installNowhere() {
        System.clearProperty("sotto.root");
    }

    @Test
    void saysWhatTheBotSaysAndEndsWithTheInput() {
        CommandRun run = CommandRun.reading("some tea\n\ngreen tea\n", "chat", "tea");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .containsExactly(
                        "What would you like?", "Which kind?", "Here is your green tea.", "Is there anything else?");
    }

    @Test
    void printsOneObjectATurnForPrograms() throws IOException {
        CommandRun run = CommandRun.reading("some tea\nblack tea\n", "chat", "tea", "--json");

        List<JsonNode> turns = json(run);
        assertThat(turns).hasSize(2);
        assertThat(turns.get(0).fieldNames())
                .toIterable()
                .containsExactly("turn", "said", "intent", "confidence", "slots", "dialog_action", "state", "ms");
        assertThat(turns.get(0).path("turn").asInt()).isEqualTo(1);
        assertThat(turns.get(0).path("said").path(0).asText()).isEqualTo("Which kind?");
        assertThat(turns.get(0).path("slots").path("kind").isNull()).isTrue();
        assertThat(turns.get(0).path("dialog_action").asText()).isEqualTo("ElicitSlot");
        assertThat(turns.get(1).path("intent").asText()).isEqualTo("order");
        assertThat(turns.get(1).path("confidence").asDouble()).isBetween(0.1, 1.0);
        assertThat(turns.get(1).path("slots").path("kind").asText()).isEqualTo("black tea");
        assertThat(turns.get(1).path("state").asText()).isEqualTo("Fulfilled");
        assertThat(turns.get(1).path("ms").asDouble()).isPositive();
    }

    @Test
    void tellsWhatItUnderstoodDecidedAndChangedIfAsked() throws IOException {
        CommandRun run = CommandRun.reading("some tea\ngreen tea\n", "chat", "tea", "--trace");

        assertThat(run.out())
                .contains(
                        "  decided started order",
                        "  waits   for order/kind",
                        "  changed slot kind: nothing → green tea",
                        "  decided fulfilled order")
                .anyMatch(line -> line.startsWith("  heard   order "))
                .containsSubsequence("  waits   for order/kind", "Which kind?");

        JsonNode turn = json(CommandRun.reading("some tea\n", "chat", "tea", "--trace", "--json"))
                .get(0);
        assertThat(turn.path("trace").path(0).path("topic").asText()).isEqualTo("heard");
    }

    @Test
    void goesOnAfterALineThatIsRefused() throws IOException {
        CommandRun run = CommandRun.reading("tea".repeat(400) + "\nsome tea\n", "chat", "tea", "--json");

        List<JsonNode> turns = json(run);
        assertThat(turns.get(0).path("error").path("code").asText()).isEqualTo("text.too_long");
        assertThat(turns.get(1).path("said").path(0).asText()).isEqualTo("Which kind?");
    }

    @Test
    void tellsHowManyLinesWereLeftWhenTheBotHungUp() {
        CommandRun run = CommandRun.reading("goodbye\nsome tea\ngreen\n", "chat", "tea");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).containsExactly("What would you like?", "Goodbye.");
        assertThat(run.err()).containsExactly("sotto: the bot had ended the conversation; not said: 2 lines");
    }

    @Test
    void mayWhatItsScopesAllow() {
        String line = "open the till\n";

        assertThat(CommandRun.reading(line, "chat", "tea").out()).doesNotContain("It holds ninety pounds.");
        assertThat(CommandRun.reading(line, "chat", "tea", "--scopes", "cashier")
                        .out())
                .contains("It holds ninety pounds.");
    }

    @Test
    void saysWhichBotMayHaveBeenMeant() {
        CommandRun run = CommandRun.of("chat", "tee");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().contains("no bot tee").contains("did you mean tea?");
    }

    @Test
    void tellsWhatIsWrongWithTheBot() {
        CommandRun run = CommandRun.of("chat", "other");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.err()).anyMatch(line -> line.contains("nonsense"));
    }

    @Test
    void refusesALocaleThatTheBotDoesNotSpeak() {
        CommandRun run = CommandRun.reading("some tea\n", "chat", "tea", "--locale", "de-DE");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().contains("locale");
    }

    private static List<JsonNode> json(CommandRun run) throws IOException {
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        List<JsonNode> turns = new ArrayList<>();
        for (String line : run.out()) {
            turns.add(new ObjectMapper().readTree(line));
        }
        return turns;
    }
}

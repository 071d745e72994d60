package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {

    private static final String BOT = """
            bot: tea
            locale: en-GB
            intents:
              order:
                says: [a cup of tea]
                answr: Here you are.
            """;

    @TempDir
    private Path temp;

    @Test
    void tellsOfEachProblemWithItsPlaceAndFallsShort() throws IOException {
        CommandRun run = CommandRun.of("check", folder().toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FALLS_SHORT);
        assertThat(run.out()).anyMatch(line -> line.contains("tea/bot.yaml:6:5: ") && line.contains("answer?"));
        assertThat(run.out().get(run.out().size() - 1))
                .endsWith("tea: " + (run.out().size() - 1) + " problems");
    }

    @Test
    void printsOneObjectAProblemForPrograms() throws IOException {
        CommandRun run = CommandRun.of("check", "--json", folder().toString());

        JsonNode problem = new ObjectMapper().readTree(run.out().get(run.out().size() - 1));
        assertThat(problem.fieldNames())
                .toIterable()
                .containsExactly("file", "line", "column", "code", "found", "expected", "suggestion");
        assertThat(run.out()).allMatch(line -> line.startsWith("{\"file\":"));
    }

    @Test
    void notesWhatCanBeWrittenAndNotBeSaid() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("greek"));
        Files.writeString(folder.resolve("bot.yaml"), """
                bot: greek
                locale: en-GB
                intents:
                  order:
                    says: ["a plate of {dish}", "please bring φέτα"]
                    slots: { dish: { type: dish, ask: What? } }
                    answer: Here you are.
                types:
                  dish: { values: { feta: [φέτα, ελιές], jalapeño: } }
                """);

        CommandRun run = CommandRun.of("check", folder.toString());
        CommandRun json = CommandRun.of("check", "--json", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).hasSize(3);
        assertThat(run.out().get(0)).contains("greek/bot.yaml:5:47: note: \"φέτα\", which can be written");
        assertThat(run.out().get(1)).contains("greek/bot.yaml:9:34: note: \"ελιές\", which can be written");
        assertThat(run.out().get(2)).endsWith("greek: no problems, 2 notes");
        assertThat(json.out()).hasSize(2).allMatch(line -> line.endsWith("\"note\":true}"));
    }

    @Test
    void notesThatABotHasMoreWordsThanCanBeListenedFor() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("names"));
        String names = IntStream.range(0, 12_500)
                .mapToObj(number -> number % 2 == 0 ? "\n      " + name(number) + ":" : " [" + name(number) + "]")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("bot.yaml"), """
                bot: names
                locale: en-GB
                intents:
                  call:
                    says: ["call {who}"]
                    slots: { who: { type: who, ask: Whom? } }
                    answer: I call.
                types:
                  who:
                    values:%s
                """.formatted(names));

        CommandRun run = CommandRun.of("check", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().get(0)).contains("names/bot.yaml:1:1: note: 12501 words that somebody could say in en-GB");
    }

    private static String name(int number) {
        String letters = Integer.toString(number, 20);
        return "na"
                + letters.chars()
                        .map(c -> Character.isDigit(c) ? c - '0' + 'k' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    @Test
    void refusesABotThatThereIsNot() {
        CommandRun run = CommandRun.of("check", "nowhere/at-all");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().get(0)).startsWith("sotto: no bot nowhere/at-all in ");
    }

    private Path folder() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("tea"));
        Files.writeString(folder.resolve("bot.yaml"), BOT);
        return folder;
    }
}

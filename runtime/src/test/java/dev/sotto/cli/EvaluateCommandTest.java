package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {

    private static final List<String> TRAIN = List.of(
            "eat a ripe apple\tEat Fruit!",
            "eat a sweet pear\tEat Fruit!",
            "eat some red plums\tEat Fruit!",
            "hand me the hammer\tuse tool",
            "hand me a heavy saw\tuse tool",
            "\tuse tool",
            "hand over the drill\tuse tool");

    private static final List<String> SLOTS = List.of(
            "{\"text\":\"play jazz\",\"intent\":\"play\",\"slots\":[{\"start\":5,\"end\":9,\"name\":\"kind\",\"value\":\"jazz\"}]}",
            "{\"text\":\"play rock\",\"intent\":\"play\",\"slots\":[{\"start\":5,\"end\":9,\"name\":\"kind\",\"value\":\"rock\"}]}",
            "{\"text\":\"stop now\",\"intent\":\"stop\",\"slots\":[]}");

    @TempDir
    private Path temp;

    @Test
    void measuresIntentsWithAllFigures() throws IOException {
        CommandRun run = CommandRun.of(
                "evaluate",
                "nlu",
                "--json",
                "--encoder=none",
                "--train=" + file("train.tsv", TRAIN),
                "--test=" + file("test.tsv", List.of("eat a ripe pear\tEat Fruit!", "hand me that drill\tuse tool")),
                "--oos=" + file("oos.tsv", List.of("qqq www\toos", "zzz\toos")));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode result = new ObjectMapper().readTree(String.join("", run.out()));
        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly("n", "accuracy", "macro_f1", "ece", "oos", "train_cpu_s", "cpu_us", "rss_mib");
        assertThat(result.path("n").intValue()).isEqualTo(2);
        assertThat(result.path("accuracy").doubleValue()).isEqualTo(1.0);
        assertThat(result.path("oos").fieldNames())
                .toIterable()
                .containsExactly("auroc", "recall_at_in_scope_95_4", "careful", "quiet");
        assertThat(result.at("/oos/auroc").doubleValue()).isEqualTo(1.0);
        assertThat(result.at("/oos/careful").fieldNames()).toIterable().containsExactly("in_scope", "recall");
        assertThat(result.at("/oos/quiet").fieldNames()).toIterable().containsExactly("in_scope", "recall");
        assertThat(result.path("cpu_us").fieldNames()).toIterable().containsExactly("p50", "p99", "encoder_p50");
        assertThat(result.at("/cpu_us/encoder_p50").isNull()).isTrue();
        assertThat(result.at("/cpu_us/p50").doubleValue()).isPositive();
    }

    @Test
    void measuresSlots() throws IOException {
        Path file = file("slots.jsonl", SLOTS);

        CommandRun run =
                CommandRun.of("evaluate", "slots", "--json", "--encoder=none", "--train=" + file, "--test=" + file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode result = new ObjectMapper().readTree(String.join("", run.out()));
        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly("n", "precision", "recall", "f1", "intent_accuracy", "sentence_accuracy");
        assertThat(result.path("f1").doubleValue()).isEqualTo(1.0);
    }

    @Test
    void tellsPeopleInWords() throws IOException {
        Path file = file("train.tsv", TRAIN);

        CommandRun run = CommandRun.of("evaluate", "nlu", "--encoder=none", "--train=" + file, "--test=" + file);

        assertThat(run.out().get(0)).startsWith("7 texts: accuracy ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void namesEveryLineThatIsWrongAndQuotesNone() throws IOException {
        Path tabbed = file("wrong.tsv", List.of("good\tone", "secret words", "more secret\t"));
        Path json = file("wrong.jsonl", List.of("{\"text\":\"secret\"", "{\"text\":\"secret\"}", overlapping()));

        CommandRun nlu = CommandRun.of("evaluate", "nlu", "--train=" + tabbed, "--test=" + tabbed);
        CommandRun slots = CommandRun.of("evaluate", "slots", "--train=" + json, "--test=" + json);

        assertThat(nlu.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(nlu.err()).hasSize(2).noneMatch(line -> line.contains("secret"));
        assertThat(nlu.err().get(0)).contains("wrong.tsv:2: found no tab; expected ");
        assertThat(nlu.err().get(1)).contains("wrong.tsv:3: ");
        assertThat(slots.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(slots.err()).hasSize(3).noneMatch(line -> line.contains("secret"));
        assertThat(slots.err().get(2)).contains("wrong.jsonl:3: ");
    }

    private static String overlapping() {
        return "{\"text\":\"secret\",\"intent\":\"x\",\"slots\":[{\"start\":0,\"end\":9,\"name\":\"n\"}]}";
    }

    @Test
    void refusesAFileThatIsNotThereAndAnEncoderThatThereIsNot() throws IOException {
        Path file = file("train.tsv", TRAIN);

        CommandRun missing = CommandRun.of("evaluate", "nlu", "--train=nowhere.tsv", "--test=" + file);
        CommandRun unknown = CommandRun.of("evaluate", "nlu", "--encoder=bert", "--train=" + file, "--test=" + file);

        assertThat(missing.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(missing.err()).contains("sotto: cannot read nowhere.tsv");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(unknown.err().get(0)).containsIgnoringCase("minilm").containsIgnoringCase("none");
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(temp.resolve(name), lines);
    }
}

package dev.sotto.nlu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.embedding.EmbeddingEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntentEvaluationTest {

    private static final List<String> FRUIT = List.of("apple", "pear", "plum", "cherry", "peach", "melon");
    private static final List<String> TOOLS = List.of("hammer", "saw", "drill", "chisel", "wrench", "pliers");

    @Test
    void measuresAnEngineOnWhatItDidNotLearn() {
        List<LabelledText> training = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            training.add(LabelledText.of("I would like to eat a ripe " + FRUIT.get(i), "Eat Fruit"));
            training.add(LabelledText.of("hand me the heavy " + TOOLS.get(i), "Use/Tool"));
        }
        List<LabelledText> test = List.of(
                LabelledText.of("I would like to eat a " + FRUIT.get(5), "Eat Fruit"),
                LabelledText.of("hand me that heavy " + TOOLS.get(5), "Use/Tool"),
                LabelledText.of("hand me the hammer", "never seen"));

        List<LabelledText> outOfScope = Stream.of("zzz qqq", "vvv www", "kkk jjj", "yyy xxx", "")
                .map(text -> LabelledText.of(text, "oos"))
                .toList();

        IntentReport report = new IntentEvaluation(
                        EmbeddingEngine.withoutEncoder("quick"), Optional.empty(), Locale.UK, training)
                .run(test, outOfScope);

        assertThat(report.n()).isEqualTo(3);
        assertThat(report.accuracy()).isEqualTo(2 / 3.0);
        assertThat(report.macroF1()).isBetween(0.5, 0.7);
        assertThat(report.ece()).isBetween(0.0, 1.0);
        assertThat(report.trainCpuSeconds()).isPositive();
        assertThat(report.encoderP50()).isEmpty();
        assertThat(report.cpu().p99()).isGreaterThanOrEqualTo(report.cpu().p50());
        assertThat(report.outOfScope()).hasValueSatisfying(out -> {
            assertThat(out.auroc()).isEqualTo(1.0);
            assertThat(out.recallAtInScope954()).isEmpty();
        });
    }
}

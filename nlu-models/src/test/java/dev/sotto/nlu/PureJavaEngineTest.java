package dev.sotto.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.embedding.EmbeddingEngine;
import dev.sotto.nlu.testing.TestBot;
import dev.sotto.sensitive.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PureJavaEngineTest extends UnderstandingEngineContract {

    private static final List<String> STARTS = List.of("", "please, ", "good morning, ", "on the fast train, ");

    private final EmbeddingEngine engine = EmbeddingEngine.withoutEncoder("not wanted here");

    @Override
    UnderstandingEngine engine() {
        return engine;
    }

    /** With a few hundred annotated examples a trained tagger reads the slots, lists still count. */
    @Test
    void readsSlotsByATaggerWhereThereAreManyExamples() {
        TrainingSet set = travel(400);
        Interpreter interpreter = engine.load(engine.train(set), set);

        Understanding understanding = interpreter.understand(
                Heard.typed(new Utterance("comfort class, take Leo from Lima to Kyoto")),
                new Expectation.Anything(),
                Moment.EXAMPLE);

        assertThat(understanding.interpretations().get(0).slots().stream()
                        .map(match ->
                                match.slot() + "=" + match.resolved().get(0).reveal())
                        .collect(Collectors.joining(" ")))
                .isEqualTo("class=comfort class who=Leo from=Lima to=Kyoto");
    }

    private static TrainingSet travel(int examples) {
        List<String> names = List.of("anna", "tom", "mister brown", "giovanni", "zoe");
        List<String> cities = List.of("rome", "new york", "oslo", "bath", "riga");
        Random random = new Random(1);
        List<String> says = new ArrayList<>();
        for (int i = 0; i < examples; i++) {
            String from = cities.get(random.nextInt(cities.size()));
            String to = cities.get(random.nextInt(cities.size()));
            String who = names.get(random.nextInt(names.size()));
            String route = " from [" + from + "](from) to [" + to + "](to)";
            String start = STARTS.get(random.nextInt(STARTS.size()));
            String end = random.nextBoolean() ? "" : " tomorrow morning";
            says.add(start + (i % 2 == 0 ? "take [" : "a seat for [") + who + "](who)" + route + end);
        }
        return TestBot.in(Locale.UK)
                .intent("travel", "who:person from:city to:city class:class", says.toArray(String[]::new))
                .intent("stop", "", "stop", "leave it", "forget about it")
                .openType("person")
                .openType("city")
                .type("class", "comfort class", "standard class")
                .build();
    }
}

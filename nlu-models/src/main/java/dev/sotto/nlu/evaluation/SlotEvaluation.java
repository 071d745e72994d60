package dev.sotto.nlu.evaluation;

import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.UnderstandingEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Trains an engine on texts with slot values and measures what it finds in others. Confined to one thread. */
public final class SlotEvaluation {

    private final UnderstandingEngine engine;
    private final EvaluatedBot bot;

    /** A slot and where its value stands. */
    private record Found(String slot, int start, int end) {}

    /**
     * Takes what to measure.
     *
     * @param locale the language of the texts
     * @param training at least one text that is not blank
     */
    public SlotEvaluation(UnderstandingEngine engine, Locale locale, List<LabelledText> training) {
        this.engine = engine;
        bot = new EvaluatedBot(locale, training);
    }

    /**
     * Trains and measures. Slots are read as a bot reads them: for the intent that the text is taken for.
     *
     * @param test at least one text
     */
    public SlotReport run(List<LabelledText> test) {
        int right = 0;
        int given = 0;
        int wanted = 0;
        int intents = 0;
        int sentences = 0;
        try (Interpreter interpreter = engine.load(engine.train(bot.set()), bot.set())) {
            for (LabelledText row : test) {
                Optional<Interpretation> best = EvaluatedBot.understand(interpreter, row.text());
                Set<Found> found = found(best);
                Set<Found> labelled = labelled(row);
                Set<Found> both = new HashSet<>(found);
                both.retainAll(labelled);
                right += both.size();
                given += found.size();
                wanted += labelled.size();
                boolean same = best.map(Interpretation::intent).equals(Optional.of(bot.intent(row.intent())));
                intents += same ? 1 : 0;
                sentences += same && found.equals(labelled) ? 1 : 0;
            }
        }
        return new SlotReport(
                test.size(),
                share(right, given),
                share(right, wanted),
                share(2 * right, given + wanted),
                share(intents, test.size()),
                share(sentences, test.size()));
    }

    private static Set<Found> found(Optional<Interpretation> best) {
        Set<Found> found = new HashSet<>();
        for (SlotMatch match : best.map(Interpretation::slots).orElse(List.of())) {
            found.add(new Found(match.slot().value(), match.start(), match.end()));
        }
        return found;
    }

    private Set<Found> labelled(LabelledText row) {
        Set<Found> labelled = new HashSet<>();
        for (LabelledText.Span span : row.spans()) {
            labelled.add(new Found(bot.slot(span.name()).value(), span.start(), span.end()));
        }
        return labelled;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}

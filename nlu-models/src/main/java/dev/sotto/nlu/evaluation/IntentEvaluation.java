package dev.sotto.nlu.evaluation;

import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.nlu.intent.TextEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Trains an engine on labelled texts and measures its intents on others. Confined to one thread. */
public final class IntentEvaluation {

    private static final double IN_SCOPE_GATE = 0.954;

    private final UnderstandingEngine engine;
    private final Optional<TextEncoder> encoder;
    private final EvaluatedBot bot;

    /**
     * Takes what to measure.
     *
     * @param encoder the engine's own, to be timed by itself
     * @param locale the language of the texts
     * @param training at least one text that is not blank; keeps the order in which intents first appear
     */
    public IntentEvaluation(
            UnderstandingEngine engine, Optional<TextEncoder> encoder, Locale locale, List<LabelledText> training) {
        this.engine = engine;
        this.encoder = encoder;
        bot = new EvaluatedBot(locale, training);
    }

    /**
     * Trains and measures.
     *
     * @param test at least one text
     * @param outOfScope texts that belong to no intent; may be empty
     */
    public IntentReport run(List<LabelledText> test, List<LabelledText> outOfScope) {
        long start = CpuTimes.now();
        byte[] model = engine.train(bot.set());
        double trained = (CpuTimes.now() - start) / 1e9;
        try (Interpreter interpreter = engine.load(model, bot.set())) {
            long[] nanos = new long[test.size()];
            List<Judgement> inside = new ArrayList<>();
            List<String> labels = new ArrayList<>();
            List<String> guesses = new ArrayList<>();
            for (int i = 0; i < test.size(); i++) {
                LabelledText row = test.get(i);
                long before = CpuTimes.now();
                Optional<Interpretation> best = EvaluatedBot.understand(interpreter, row.text());
                nanos[i] = CpuTimes.now() - before;
                String guess = best.map(one -> one.intent().value()).orElse("");
                String label = bot.intent(row.intent()).value();
                labels.add(label);
                guesses.add(guess);
                inside.add(new Judgement(confidence(best), label.equals(guess)));
            }
            return new IntentReport(
                    test.size(),
                    Scores.accuracy(inside),
                    Scores.macroF1(labels, guesses),
                    Scores.calibrationError(inside),
                    outOfScope(interpreter, inside, outOfScope),
                    trained,
                    CpuTimes.of(nanos),
                    encoding(test));
        }
    }

    private OptionalDouble encoding(List<LabelledText> test) {
        if (encoder.isEmpty()) {
            return OptionalDouble.empty();
        }
        long[] nanos = new long[test.size()];
        for (int i = 0; i < nanos.length; i++) {
            long before = CpuTimes.now();
            float[] vector = encoder.get().encode(test.get(i).text());
            nanos[i] = CpuTimes.now() - before;
            Arrays.fill(vector, 0);
        }
        return OptionalDouble.of(CpuTimes.of(nanos).p50());
    }

    private static Optional<IntentReport.OutOfScope> outOfScope(
            Interpreter interpreter, List<Judgement> inside, List<LabelledText> texts) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        List<Judgement> outside = new ArrayList<>();
        for (LabelledText text : texts) {
            outside.add(new Judgement(confidence(EvaluatedBot.understand(interpreter, text.text())), false));
        }
        Rejection rejection = new Rejection(inside, outside);
        return Optional.of(new IntentReport.OutOfScope(
                rejection.auroc(),
                rejection.recallAt(IN_SCOPE_GATE),
                point(rejection.careful()),
                point(rejection.quiet())));
    }

    private static double confidence(Optional<Interpretation> best) {
        return best.map(Interpretation::confidence).orElse(0.0);
    }

    private static IntentReport.OperatingPoint point(Rejection.Point point) {
        return new IntentReport.OperatingPoint(point.threshold(), point.inScope(), point.recall());
    }
}

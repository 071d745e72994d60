package dev.sotto.bot.version;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.Understanding;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.sensitive.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a bot understands what it was not taught: each third of its sample utterances is held back in turn, and put
 * to a model that was trained with the rest. Those with a place for a slot are never held back.
 *
 * @param threshold the bot's own
 * @param samples how many were held back
 * @param understood how many of them were understood as what they are
 * @param mistaken how many as something else
 */
public record OperatingPoint(double threshold, int samples, int understood, int mistaken) {

    private static final int PARTS = 3;

    /** A sample utterance that was held back. */
    private record Held(IntentName intent, String text) {}

    static OperatingPoint of(TrainingSet set, UnderstandingEngine engine) {
        int samples = 0;
        int understood = 0;
        int mistaken = 0;
        for (int part = 0; part < PARTS; part++) {
            List<Held> held = new ArrayList<>();
            TrainingSet rest = without(set, part, held);
            try (Interpreter model = engine.load(engine.train(rest), rest)) {
                for (Held sample : held) {
                    Optional<IntentName> heard = heard(model, sample.text());
                    samples++;
                    understood += heard.equals(Optional.of(sample.intent())) ? 1 : 0;
                    mistaken += heard.isPresent() && !heard.get().equals(sample.intent()) ? 1 : 0;
                }
            }
        }
        return new OperatingPoint(set.threshold(), samples, understood, mistaken);
    }

    private static Optional<IntentName> heard(Interpreter model, String text) {
        Understanding understanding =
                model.understand(Heard.typed(new Utterance(text)), new Expectation.Anything(), Moment.EXAMPLE);
        return understanding.best().map(reading -> reading.intent());
    }

    private static TrainingSet without(TrainingSet set, int part, List<Held> held) {
        List<TrainingSet.Intent> intents = new ArrayList<>();
        for (TrainingSet.Intent intent : set.intents()) {
            List<Example> kept = new ArrayList<>();
            for (int i = 0; i < intent.examples().size(); i++) {
                Example example = intent.examples().get(i);
                boolean whole = example.parts().stream().noneMatch(Example.Placeholder.class::isInstance);
                if (whole && i % PARTS == part) {
                    held.add(new Held(intent.name(), spoken(example)));
                } else {
                    kept.add(example);
                }
            }
            intents.add(new TrainingSet.Intent(intent.name(), kept, intent.slots(), intent.multiple()));
        }
        return new TrainingSet(set.locale(), intents, set.types(), set.threshold());
    }

    private static String spoken(Example example) {
        StringBuilder words = new StringBuilder();
        for (Example.Part part : example.parts()) {
            if (part instanceof Example.Text text) {
                words.append(text.text());
            } else if (part instanceof Example.Value value) {
                words.append(value.text());
            }
        }
        return words.toString();
    }

    /** Returns the figures as a sentence for people. */
    public String describe() {
        return String.format(
                Locale.ROOT,
                "Of %d sample utterances held back, %d are understood, %d are taken for something else, and %d are not"
                        + " understood (threshold %.2f).",
                samples,
                understood,
                mistaken,
                samples - understood - mistaken,
                threshold);
    }
}

package dev.sotto.speech.testing;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bot that sells tea and tells when the shop is open. */
public final class TeaBot {

    private static final SlotName TEA = new SlotName("tea");
    private static final SlotTypeName TEAS = new SlotTypeName("teas");

    private TeaBot() {}

    /** Returns what it is taught. */
    public static TrainingSet taught() {
        return taught(Locale.UK);
    }

    /** Returns what it is taught, as a bot of another language. */
    public static TrainingSet taught(Locale locale) {
        TrainingSet.Intent order = new TrainingSet.Intent(
                new IntentName("orderTea"),
                List.of(sample("I would like a "), sample("please bring me some ")),
                Map.of(TEA, TEAS));
        TrainingSet.Intent hours = new TrainingSet.Intent(
                new IntentName("openingHours"),
                List.of(Example.of("when does the shop open"), Example.of("what are your opening hours?")),
                Map.of());
        TrainingSet.SlotType teas = new TrainingSet.SlotType(
                TEAS,
                List.of(
                        new TrainingSet.Entry("peppermint tea", List.of("jasmine tea")),
                        new TrainingSet.Entry("green tea", List.of()),
                        new TrainingSet.Entry("chamomile", List.of())),
                false);
        return new TrainingSet(locale, List.of(order, hours), List.of(teas), 0.5);
    }

    private static Example sample(String words) {
        return new Example(List.of(new Example.Text(words), new Example.Placeholder(TEA)));
    }
}

package dev.sotto.bot;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.nlu.value.Samples;
import java.util.Optional;
import java.util.function.Function;

/** Turns the sample utterances of a bot into sentences that somebody could say. */
public final class Sentences {

    private static final String ANY = "twenty pounds";

    private final Bot bot;
    private final Samples samples;

    public Sentences(Bot bot) {
        this.bot = bot;
        this.samples = Samples.of(bot.locale());
    }

    /** Returns a sample with a value in each of its places. */
    public String of(Intent intent, Example example) {
        return of(intent, example, slot -> Optional.empty());
    }

    /**
     * Returns a sample with a value in each of its places.
     *
     * @param instead the value to put for a slot, if another one than the sample's own
     */
    public String of(Intent intent, Example example, Function<Slot, Optional<String>> instead) {
        StringBuilder text = new StringBuilder();
        for (Example.Part part : example.parts()) {
            if (part instanceof Example.Text plain) {
                text.append(plain.text());
            } else if (part instanceof Example.Value value) {
                text.append(chosen(intent, value.slot(), instead).orElse(value.text()));
            } else if (part instanceof Example.Placeholder place) {
                text.append(chosen(intent, place.slot(), instead)
                        .or(() -> intent.slot(place.slot()).map(this::value))
                        .orElse(ANY));
            }
        }
        return text.toString();
    }

    /** Returns a value that a slot would take: the first that its type lists or has as a sample. */
    public String value(Slot slot) {
        return bot.type(slot.type())
                .flatMap(type -> type.values().stream().findFirst())
                .map(TrainingSet.Entry::value)
                .or(() -> samples.values(slot.type()).stream().findFirst())
                .orElse(ANY);
    }

    /** Returns whether a slot takes any words. */
    public boolean isOpen(Slot slot) {
        return bot.type(slot.type()).map(TrainingSet.SlotType::open).orElse(BuiltInTypes.isOpen(slot.type()));
    }

    private static Optional<String> chosen(Intent intent, SlotName slot, Function<Slot, Optional<String>> instead) {
        return intent.slot(slot).flatMap(instead);
    }
}

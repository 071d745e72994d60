package dev.sotto.speech.embedded;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.graph.Lexicon;
import dev.sotto.storage.Sha256;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Names an ear by all that decides what it becomes: 32 hexadecimal digits, the same wherever they are computed. */
final class EarId {

    /** Raised when compiling changes: old ears hear less well or more slowly. */
    private static final String COMPILER = "sotto-ear-compiler-11";

    private static final int BYTES = 16;

    private final MessageDigest digest = Sha256.begin();

    private EarId() {}

    /** Returns the name of a bot's ear. */
    static String of(TrainingSet bot, Lexicon own, Set<Band> bands) {
        EarId id = begun(bot.locale(), bands);
        bot.intents().forEach(id::add);
        bot.types().forEach(id::add);
        own.sorted().forEach((word, sounds) -> {
            id.add("word", word);
            sounds.forEach(phones -> id.add("phones", String.join(" ", phones)));
        });
        return id.text();
    }

    /** Returns the name of the ear for answers to what any bot may ask. */
    static String ofPrompts(Locale locale, Set<Band> bands) {
        EarId id = begun(locale, bands);
        id.add("prompts");
        return id.text();
    }

    private static EarId begun(Locale locale, Set<Band> bands) {
        EarId id = new EarId();
        id.add(COMPILER, EarManifest.FORMAT, AcousticStore.VERSION);
        EnumSet.copyOf(bands).forEach(band -> id.add(band.name()));
        id.add(locale.toLanguageTag());
        return id;
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private void add(TrainingSet.Intent intent) {
        add("intent", intent.name().value());
        new TreeMap<>(intent.slots()).forEach((slot, type) -> add("slot", slot.value(), type.value()));
        for (Example example : intent.examples()) {
            add("example");
            example.parts().forEach(this::add);
        }
    }

    private void add(Example.Part part) {
        if (part instanceof Example.Text text) {
            add("text", text.text());
        } else if (part instanceof Example.Value value) {
            add("value", value.slot().value(), value.text());
        } else if (part instanceof Example.Placeholder place) {
            add("place", place.slot().value());
        }
    }

    private void add(TrainingSet.SlotType type) {
        add("type", type.name().value());
        for (TrainingSet.Entry entry : type.values()) {
            add("entry", entry.value());
            entry.synonyms().forEach(synonym -> add("synonym", synonym));
        }
    }

    private void add(String... parts) {
        for (String part : parts) {
            Sha256.add(digest, part);
        }
    }
}

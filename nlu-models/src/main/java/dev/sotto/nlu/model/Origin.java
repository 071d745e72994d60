package dev.sotto.nlu.model;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.storage.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;

/**
 * The SHA-256 of everything that decides a trained model: the engine's fingerprint and the training set, field by field.
 * The threshold is left out, for it decides what is done with a model's answers, not the model.
 */
public final class Origin {

    static final int LENGTH = 32;

    private final MessageDigest digest;
    private final byte[] hash;

    private Origin(String fingerprint, TrainingSet set) {
        digest = Sha256.begin();
        put(fingerprint);
        put(set.locale().toLanguageTag());
        put(set.intents().size());
        set.intents().forEach(this::put);
        put(set.types().size());
        set.types().forEach(this::put);
        hash = digest.digest();
    }

    /** Returns the origin of what this engine trains from this set. */
    public static Origin of(String fingerprint, TrainingSet set) {
        return new Origin(fingerprint, set);
    }

    byte[] hash() {
        return hash;
    }

    private void put(TrainingSet.Intent intent) {
        put(intent.name().value());
        put(intent.examples().size());
        for (Example example : intent.examples()) {
            put(example.parts().size());
            example.parts().forEach(this::put);
        }
        put(intent.slots().size());
        new TreeMap<>(intent.slots()).forEach((slot, type) -> {
            put(slot.value());
            put(type.value());
        });
    }

    private void put(Example.Part part) {
        if (part instanceof Example.Text words) {
            put("text");
            put(words.text());
        } else if (part instanceof Example.Value value) {
            put("value");
            put(value.slot().value());
            put(value.text());
        } else if (part instanceof Example.Placeholder place) {
            put("place");
            put(place.slot().value());
        } else {
            throw new AssertionError("a part of an unknown kind");
        }
    }

    private void put(TrainingSet.SlotType type) {
        put(type.name().value());
        put(type.open() ? 1 : 0);
        put(type.values().size());
        for (TrainingSet.Entry entry : type.values()) {
            put(entry.value());
            put(entry.synonyms().size());
            entry.synonyms().forEach(this::put);
        }
    }

    private void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        put(bytes.length);
        digest.update(bytes);
    }

    private void put(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number));
    }
}

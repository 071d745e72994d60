package dev.sotto.speech.normalise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** As what a piece of text is read: the values of {@code interpret-as} in SSML. */
public enum Reading {
    CARDINAL("cardinal number"),
    ORDINAL("ordinal"),
    DIGITS("digits"),
    TELEPHONE("telephone"),
    DATE("date"),
    TIME("time"),
    CURRENCY("currency"),
    CHARACTERS("characters spell-out verbatim"),
    UNIT("unit"),
    FRACTION("fraction"),
    /** Nobody is to hear it. */
    EXPLETIVE("expletive bleep"),
    /** By its looks. */
    TEXT("text address interjection name");

    /** With spaces in between. */
    private final String names;

    Reading(String names) {
        this.names = names;
    }

    /** Returns what a name means in SSML. */
    public static Optional<Reading> named(String name) {
        String wanted = name.trim().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(reading -> List.of(reading.names.split(" ", -1)).contains(wanted))
                .findFirst();
    }
}

package dev.sotto.speech.normalise;

import java.util.Optional;
import java.util.regex.Matcher;

/** Parts of a whole, and decades. Pure functions. */
final class Fractions {

    private static final int COMMON = 20;

    private Fractions() {}

    /** Returns {@code one half}, {@code two and three quarters}; of other pairs the two numbers. */
    static Optional<String> words(Matcher found) {
        int above = Integer.parseInt(found.group("a"));
        int below = Integer.parseInt(found.group("b"));
        String whole = found.group("n");
        if (above == 0 || below < 2 || above >= below || (below > COMMON && below != 100)) {
            String pair = NumberWords.cardinal(above) + " slash " + NumberWords.cardinal(below);
            return Optional.of(whole == null ? pair : NumberWords.whole(whole) + " " + pair);
        }
        String part = NumberWords.cardinal(above) + " " + part(below, above == 1);
        return Optional.of(whole == null ? part : NumberWords.whole(whole) + " and " + part);
    }

    private static String part(int below, boolean one) {
        if (below == 2) {
            return one ? "half" : "halves";
        }
        String name = below == 4 ? "quarter" : NumberWords.ordinal(below);
        return one ? name : name + "s";
    }

    /** Returns {@code nineteen nineties}. */
    static Optional<String> decade(Matcher found) {
        int century = Integer.parseInt(found.group("c"));
        int ten = Integer.parseInt(found.group("d")) * 10;
        if (ten == 0) {
            return Optional.of(century == 20 ? "two thousands" : NumberWords.cardinal(century) + " hundreds");
        }
        String name = ten == 10 ? "tens" : NumberWords.cardinal(ten).replaceAll("y$", "ies");
        return Optional.of(NumberWords.cardinal(century) + " " + name);
    }
}

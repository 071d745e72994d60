package dev.sotto.nlu;

import java.util.regex.Pattern;

/**
 * The name of a slot in an intent. One to a hundred letters and digits, joined by single hyphens, underscores or dots (after Lex V2's
 * name pattern, with the dot that built-in names carry).
 */
public record SlotName(String value) implements Comparable<SlotName> {

    private static final Pattern FORM = Pattern.compile("(?:[0-9a-zA-Z][._-]?){1,100}");

    public SlotName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a name: letters and digits, joined by single - _ or .");
        }
    }

    /** Returns whether the text can be such a name. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(SlotName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

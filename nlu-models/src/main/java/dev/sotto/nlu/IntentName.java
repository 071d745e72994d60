package dev.sotto.nlu;

import java.util.regex.Pattern;

/**
 * The name of an intent in a bot. One to a hundred letters and digits, joined by single hyphens, underscores or dots (after Lex V2's
 * name pattern, with the dot that built-in names carry).
 */
public record IntentName(String value) implements Comparable<IntentName> {

    private static final Pattern FORM = Pattern.compile("(?:[0-9a-zA-Z][._-]?){1,100}");

    public IntentName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a name: letters and digits, joined by single - _ or .");
        }
    }

    /** Returns whether the text can be such a name. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(IntentName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

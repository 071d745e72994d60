package dev.sotto.nlu;

import java.util.regex.Pattern;

/**
 * The name of a slot type, built in or of the bot's own. One to a hundred letters and digits, joined by single hyphens, underscores or dots (after Lex V2's
 * name pattern, with the dot that built-in names carry).
 */
public record SlotTypeName(String value) implements Comparable<SlotTypeName> {

    private static final Pattern FORM = Pattern.compile("(?:[0-9a-zA-Z][._-]?){1,100}");

    public SlotTypeName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a name: letters and digits, joined by single - _ or .");
        }
    }

    /** Returns whether the text can be such a name. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(SlotTypeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

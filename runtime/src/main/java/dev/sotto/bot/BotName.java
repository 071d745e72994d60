package dev.sotto.bot;

import java.util.regex.Pattern;

/** The name of a bot, as people choose it in a page or a command: lower-case letters, digits and hyphens, 1 to 64. */
public record BotName(String value) implements Comparable<BotName> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    public BotName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a bot's name: expected 1 to 64 of a-z, 0-9 and inner hyphens");
        }
    }

    /** Returns whether the text can be the name of a bot. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(BotName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

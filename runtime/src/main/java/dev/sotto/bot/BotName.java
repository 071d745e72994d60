package dev.sotto.bot;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a bot, as people choose it in a page or a command: lower-case letters, digits and hyphens, 1 to 64. */
public record BotName(String value) implements Comparable<BotName> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private static final int LONGEST = 64;

    public BotName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a bot's name: expected 1 to 64 of a-z, 0-9 and inner hyphens");
        }
    }

    /** Returns whether the text can be the name of a bot. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** Returns the name that is nearest to a text: {@code order-flowers} for {@code Order_Flowers}. */
    public static BotName like(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String name = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("^-|-$", "");
        return new BotName(name.isEmpty() ? "bot" : name);
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

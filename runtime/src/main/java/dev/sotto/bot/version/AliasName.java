package dev.sotto.bot.version;

import java.util.regex.Pattern;

/** The name under which a version of a bot is served: 1 to 32 of {@code a-z}, {@code 0-9} and inner hyphens. */
public record AliasName(String value) implements Comparable<AliasName> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final int LONGEST = 32;

    /** What people get who ask for the bot by its own name. */
    public static final AliasName LIVE = new AliasName("live");

    /** What was built last and passed its tests. Not served by itself. */
    public static final AliasName LATEST = new AliasName("latest");

    public AliasName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an alias: expected 1 to 32 of a-z, 0-9 and inner hyphens");
        }
    }

    /** Returns whether the text can be the name of an alias. */
    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(AliasName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

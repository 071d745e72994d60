package dev.sotto.bot;

import java.util.regex.Pattern;

/** A permission by name, such as {@code payroll}: what an intent may require and a principal may hold. */
public record Scope(String value) implements Comparable<Scope> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");

    public Scope {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a scope: expected 1 to 64 of a-z, 0-9 and inner . _ -");
        }
    }

    /** Returns whether the text can be a scope. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(Scope other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

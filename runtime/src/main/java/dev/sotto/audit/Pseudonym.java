package dev.sotto.audit;

import java.util.regex.Pattern;

/**
 * A keyed hash that stands for a principal or a person: the same one gives the same pseudonym, and nobody without the
 * key can test a guess. Made by {@link Pseudonyms}.
 *
 * @param value sixteen hexadecimal digits
 */
public record Pseudonym(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public Pseudonym {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a pseudonym: expected 16 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

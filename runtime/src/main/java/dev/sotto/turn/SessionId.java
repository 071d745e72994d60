package dev.sotto.turn;

import java.util.regex.Pattern;

/**
 * The random id of a session: 22 characters of base64url, 128 bits. It tells nothing about the person, so it may stand
 * in a log.
 */
public record SessionId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    public SessionId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a session id: expected 22 characters of base64url");
        }
    }

    /** Returns whether the text can be a session id. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

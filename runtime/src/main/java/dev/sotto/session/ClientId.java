package dev.sotto.session;

import java.util.regex.Pattern;

/** A client's own id for a conversation: 1 to 100 of {@code A-Z a-z 0-9 . _ : -}. */
public record ClientId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    public ClientId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a client's id: expected 1 to 100 of A-Z a-z 0-9 . _ : -");
        }
    }

    /** Returns whether the text can be such an id. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }
}

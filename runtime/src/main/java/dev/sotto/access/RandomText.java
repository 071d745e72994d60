package dev.sotto.access;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** Unguessable text: random bytes in base64url without padding (RFC 4648 section 5). Safe for any thread. */
public final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** Returns the text of this many random bytes. */
    public static String ofBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Arrays.fill(bytes, (byte) 0);
        return text;
    }
}

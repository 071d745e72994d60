package dev.sotto.prove;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * Letters that occur nowhere but in what one proof says, and the forms that text of them has in memory and in files:
 * UTF-8, which Latin-1 and Java's compact strings share for these letters, and UTF-16 in either order of bytes: memory
 * has the machine's, files often the other one.
 *
 * @param text lower-case letters, so that folding and trimming leave it whole
 */
public record Mark(String text) {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final int LENGTH = 20;

    /** Makes a mark that there was never before: 86 random bits. */
    public static Mark random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new Mark(text.toString());
    }

    /** Returns the bytes to look for. */
    List<byte[]> forms() {
        byte[] wide = text.getBytes(StandardCharsets.UTF_16LE);
        // Without the zero at one end or the other both orders of bytes are the same.
        return List.of(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(wide, wide.length - 1));
    }
}

package dev.sotto.access;

import dev.sotto.sensitive.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a random secret of 256 bits: what is kept in place of a key or token. No salt and no stretching are
 * needed, for nobody can try all values of 256 bits. Its comparison takes the same time whatever differs.
 */
public final class SecretHash {

    /** What stands before the digits where a hash is written down. */
    public static final String PREFIX = "sha256:";

    private static final int BYTES = 32;

    private final byte[] bytes;

    private SecretHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the hash of a secret. */
    public static SecretHash of(Secret secret) {
        byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            return new SecretHash(MessageDigest.getInstance("SHA-256").digest(plain));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Returns whether the text is a hash as {@link #toString} writes it. */
    public static boolean isValid(String text) {
        return text.length() == PREFIX.length() + 2 * BYTES
                && text.startsWith(PREFIX)
                && text.chars().skip(PREFIX.length()).allMatch(HexFormat::isHexDigit);
    }

    /**
     * Reads a hash as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SecretHash parse(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a hash: expected sha256: and 64 hexadecimal digits");
        }
        return new SecretHash(HexFormat.of().parseHex(text, PREFIX.length(), text.length()));
    }

    /** Returns whether this is the hash of a secret, in a time that does not depend on how much of it is right. */
    public boolean isOf(Secret secret) {
        return equals(of(secret));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretHash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns how it is written in a configuration: {@code sha256:} and 64 hexadecimal digits. */
    @Override
    public String toString() {
        return PREFIX + HexFormat.of().formatHex(bytes);
    }
}

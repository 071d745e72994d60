package dev.sotto.fulfilment;

import dev.sotto.sensitive.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs calls, so that a hook can tell them from anybody else's: HMAC-SHA-256 (RFC 2104) under the shared secret over
 * time, id and body, with a full stop after the time and after the id. A time has no full stop and an id no brace, with
 * which every body begins, so two different calls never sign the same bytes.
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1=";

    private final SecretKeySpec key;

    Signature(Secret secret) {
        this.key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Returns the value of the header.
     *
     * @param time seconds since 1970
     * @param id the call's idempotency key
     */
    String of(long time, String id, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((time + "." + id + ".").getBytes(StandardCharsets.UTF_8));
            return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

package dev.sotto.access;

import dev.sotto.sensitive.Secret;

/**
 * A key that was made just now. It is to be shown once, to the person who asked for it, and then forgotten: what stays
 * is the hash.
 */
public record NewApiKey(String id, Secret key, SecretHash hash) {

    /** Makes a key under a name of the operator's choice; {@link ApiKey#isValidId} tells which names will do. */
    public static NewApiKey named(String id) {
        if (!ApiKey.isValidId(id)) {
            throw new IllegalArgumentException("not a key's name: expected 1 to 64 of a-z, 0-9 and inner hyphens");
        }
        Secret key = new Secret(ApiKey.PREFIX + RandomText.ofBytes(ApiKey.RANDOM_BYTES));
        return new NewApiKey(id, key, SecretHash.of(key));
    }
}

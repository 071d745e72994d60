package dev.sotto.access;

import dev.sotto.bot.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A key of an operator's own server, as the configuration holds it: never the key itself.
 *
 * @param id the operator's name for it: 1 to 64 of a-z, 0-9 and inner hyphens
 * @param hash of the whole key, prefix included
 * @param scopes what its holder may do
 * @param bots which bots they may open sessions with
 * @param expires from when on it is void
 */
public record ApiKey(String id, SecretHash hash, Set<Scope> scopes, BotGrant bots, Optional<Instant> expires) {

    /** What every key begins with, so that people and scanners know one when they see it. */
    public static final String PREFIX = "sotto_";

    /** Random bytes in a key. */
    public static final int RANDOM_BYTES = 32;

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    public ApiKey {
        scopes = Set.copyOf(scopes);
        if (!isValidId(id)) {
            throw new IllegalArgumentException("not a key's name: expected 1 to 64 of a-z, 0-9 and inner hyphens");
        }
    }

    /** Returns whether the text can name a key. */
    public static boolean isValidId(String text) {
        return ID.matcher(text).matches();
    }
}

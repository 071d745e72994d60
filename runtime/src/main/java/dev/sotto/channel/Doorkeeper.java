package dev.sotto.channel;

import dev.sotto.access.ApiKeys;
import dev.sotto.access.Limiter;
import dev.sotto.access.Origin;
import dev.sotto.access.Principal;
import dev.sotto.access.RateLimits;
import dev.sotto.access.Tokens;
import dev.sotto.bot.BotName;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out who is at the door, and remembers the addresses from which somebody keeps trying. Cheap, because everybody
 * may ask. Safe for any thread.
 */
public final class Doorkeeper {

    private final ApiKeys keys;
    private final Tokens tokens;
    private final RateLimits limits;

    public Doorkeeper(ApiKeys keys, Tokens tokens, RateLimits limits) {
        this.keys = keys;
        this.tokens = tokens;
        this.limits = limits;
    }

    /**
     * Returns who holds an API key.
     *
     * @throws RefusedException if nobody does, or if there were too many wrong ones from this address
     */
    public Principal byKey(String address, Secret key) {
        return counted(address, () -> keys.authenticate(key));
    }

    /**
     * Uses a token up and returns who it was given to.
     *
     * @param origin of the page that presents it, if it is a page
     * @throws RefusedException if it is not valid, or if there were too many wrong ones from this address
     */
    public Principal byToken(String address, Secret token, BotName bot, Optional<Origin> origin) {
        return counted(address, () -> tokens.redeem(token, bot, origin));
    }

    /** Counts a key of a session that was not valid. */
    public void noteFailure(String address) {
        limits.take(Limiter.FAILURES_BY_ADDRESS, address);
    }

    private Principal counted(String address, Supplier<Principal> proof) {
        limits.demandLeft(Limiter.FAILURES_BY_ADDRESS, address);
        try {
            return proof.get();
        } catch (RefusedException refused) {
            RefusalCode code = refused.refusal().code();
            if (code == RefusalCode.KEY_INVALID || code == RefusalCode.TOKEN_INVALID) {
                noteFailure(address);
            }
            throw refused;
        }
    }
}

package dev.sotto.session;

import dev.sotto.access.RandomText;
import dev.sotto.access.SecretHash;
import dev.sotto.sensitive.Secret;
import dev.sotto.time.Timers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The keys that let a client back into its session. A resume key is replaced at each admission; the one before stays
 * good for a minute, or until the new one is used, in case the admission got lost on its way. The key of requests stays
 * the same. Only hashes are held. Confined to the session's event loop.
 */
final class ResumeKeys {

    /** How long a replaced key stays good. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private static final int RANDOM_BYTES = 32;

    private final Timers timers;
    private @Nullable SecretHash current;
    private @Nullable SecretHash former;
    private long formerUntil;
    private @Nullable SecretHash forRequests;

    ResumeKeys(Timers timers) {
        this.timers = timers;
    }

    /** Returns whether a resume key is good; if so the client may be given the next one. */
    boolean accept(Secret key) {
        SecretHash hash = SecretHash.of(key);
        if (hash.equals(current)) {
            former = current;
            formerUntil = timers.nanos() + GRACE.toNanos();
            return true;
        }
        return hash.equals(former) && timers.nanos() - formerUntil < 0;
    }

    /** Makes the next resume key. */
    Secret next() {
        Secret key = fresh();
        current = SecretHash.of(key);
        return key;
    }

    /** Makes a resume key for somebody who came without one: all before it are void. */
    Secret anew() {
        former = null;
        return next();
    }

    /** Makes the key of requests; one before it is void. */
    Secret forRequests() {
        Secret key = fresh();
        forRequests = SecretHash.of(key);
        return key;
    }

    /** Returns whether it is the key of requests. */
    boolean isForRequests(Secret key) {
        return SecretHash.of(key).equals(forRequests);
    }

    /** Makes every key void. */
    void wipe() {
        current = null;
        former = null;
        forRequests = null;
    }

    private static Secret fresh() {
        return new Secret(RandomText.ofBytes(RANDOM_BYTES));
    }
}

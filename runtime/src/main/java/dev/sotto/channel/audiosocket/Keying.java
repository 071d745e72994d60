package dev.sotto.channel.audiosocket;

import dev.sotto.bot.Listening;
import dev.sotto.sensitive.SlotValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Gathers keys until they are an answer: by the key that ends it, by their number, or because no further one came.
 * Confined to one thread; it is told when the time is up.
 */
final class Keying {

    /** How long for the next key unless the bot says otherwise (Lex V2's DTMF end time-out). */
    static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    /** As many keys as one input takes. */
    static final int MOST = 32;

    private final char[] keys = new char[MOST];
    private int count;
    private Listening.Keys rule = Listening.USUAL.keys();
    private int enough = MOST;

    /**
     * Says how the next answer is keyed; what was keyed before is dropped.
     *
     * @param most as many keys as can answer the question
     */
    void expect(Listening.Keys next, int most) {
        clear();
        rule = next;
        enough = Math.min(most, Math.min(MOST, next.longest().orElse(MOST)));
    }

    /** Returns how long to wait for another key. */
    Duration patience() {
        return rule.next().orElse(USUAL_WAIT);
    }

    /** Takes a key; returns the answer if it is one now. */
    Optional<SlotValue> press(char key) {
        if (key == rule.deleteKey()) {
            clear();
            return Optional.empty();
        }
        if (key == rule.endKey()) {
            return timeUp();
        }
        keys[count++] = key;
        return count >= enough ? timeUp() : Optional.empty();
    }

    /** No further key comes: returns the answer, if anything was keyed. */
    Optional<SlotValue> timeUp() {
        if (count == 0) {
            return Optional.empty();
        }
        SlotValue answer = new SlotValue(new String(keys, 0, count));
        clear();
        return Optional.of(answer);
    }

    /** Forgets what was keyed. */
    void clear() {
        Arrays.fill(keys, '\0');
        count = 0;
    }
}

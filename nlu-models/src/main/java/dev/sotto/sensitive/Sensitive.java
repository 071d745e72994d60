package dev.sotto.sensitive;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Text that must not leak. Immutable and safe for any thread. Its {@link #toString()} tells kind and rough length only,
 * it is not serialisable, it has no property a JSON library would find, and its hash code is salted anew in each
 * process, so that not even a hash in a log can be compared with a guess.
 */
public abstract sealed class Sensitive permits Utterance, SlotValue, Saying, PersonId, Secret {

    private static final int SALT = ThreadLocalRandom.current().nextInt();

    private final String content;

    Sensitive(String content) {
        this.content = Objects.requireNonNull(content);
    }

    /**
     * Returns the content. Callable from the packages listed in the architecture test and from nowhere else; never pass
     * the result to a log, an exception message, a metric or a trace.
     */
    public final String reveal() {
        return content;
    }

    /** Returns the number of code points. */
    public final int length() {
        return content.codePointCount(0, content.length());
    }

    /** Returns whether there is no content but white space. Not named as a property, for JSON libraries look for those. */
    public final boolean blank() {
        return content.isBlank();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Sensitive that && getClass().equals(that.getClass()) && content.equals(that.content);
    }

    @Override
    public final int hashCode() {
        return content.hashCode() * 31 + SALT;
    }

    /** Returns the kind and a length rounded up to a power of two, never the content. */
    @Override
    public final String toString() {
        int length = length();
        int bucket = length <= 1 ? length : Integer.highestOneBit(length - 1) << 1;
        return getClass().getSimpleName() + "(≤" + bucket + ")";
    }
}

package dev.sotto.refusal;

import java.time.Duration;

/** Something was refused, in a way that a client can act on. */
public sealed interface Refusal {

    /** Which row of the table. */
    RefusalCode code();

    /** A sentence for people. Holds nothing that a person said. */
    String message();

    /** Returns a refusal in the table's own words. */
    static Refusal of(RefusalCode code) {
        return new Plain(code, code.sentence());
    }

    /** A refusal that needs no more than its sentence. */
    record Plain(RefusalCode code, String message) implements Refusal {}

    /**
     * Too much, too fast.
     *
     * @param retryAfter when the next would be let through
     */
    record Later(Duration retryAfter) implements Refusal {

        @Override
        public RefusalCode code() {
            return RefusalCode.RATE_LIMITED;
        }

        @Override
        public String message() {
            return code().sentence();
        }

        /** Returns the wait in whole seconds, rounded up, as HTTP's Retry-After wants it (RFC 9110, 10.2.3). */
        public long retryAfterSeconds() {
            return Math.max(1, retryAfter.plusMillis(999).toSeconds());
        }
    }

    /**
     * A bug or broken machinery.
     *
     * @param id the number of the fault in the log; no secret
     */
    record Fault(String id) implements Refusal {

        @Override
        public RefusalCode code() {
            return RefusalCode.FAULT;
        }

        @Override
        public String message() {
            return "A fault of the server's; its number in the log is " + id + ".";
        }
    }
}

package dev.sotto.access;

/**
 * Every rate limit there is, with the budget it has unless the configuration says otherwise.
 */
public enum Limiter {
    /** Tokens for anonymous visitors, by address: several people may sit behind one. */
    TOKENS_BY_ADDRESS("limits.tokens-per-address", 30, 30),
    /** Tokens for an API key's holder. */
    TOKENS_BY_KEY("limits.tokens-per-key", 600, 600),
    /** New connections, by address. */
    CONNECTIONS_BY_ADDRESS("limits.connections-per-address", 120, 120),
    /** Keys and tokens that were not valid, by address. When it is used up, valid ones are refused as well. */
    FAILURES_BY_ADDRESS("limits.failures-per-address", 20, 10),
    /** Frames of any kind on one connection. */
    FRAMES_BY_CONNECTION("limits.frames-per-connection", 200, 600),
    /** What a person types or presses in one session. */
    INPUTS_BY_SESSION("limits.inputs-per-session", 30, 60);

    private final String key;
    private final int burst;
    private final int perMinute;

    Limiter(String key, int burst, int perMinute) {
        this.key = key;
        this.burst = burst;
        this.perMinute = perMinute;
    }

    /** Returns the key under which the configuration can change it. */
    public String key() {
        return key;
    }

    /** Returns the budget it has unless changed. */
    public Budget usualBudget() {
        return new Budget(burst, perMinute);
    }

    /**
     * How much is allowed.
     *
     * @param burst at once: 1 to {@value #MOST_MINUTES} times what comes back in a minute
     * @param perMinute in the long run, 1 to 1,000,000
     */
    public record Budget(int burst, int perMinute) {

        /** A budget that was used up is whole again after at most this many minutes. */
        public static final int MOST_MINUTES = 10;

        /** The highest rate there is. */
        public static final int MOST_PER_MINUTE = 1_000_000;

        public Budget {
            if (!isValid(burst, perMinute)) {
                throw new IllegalArgumentException("a budget outside its range");
            }
        }

        /** Returns whether the numbers make a budget. */
        public static boolean isValid(int burst, int perMinute) {
            return perMinute >= 1
                    && perMinute <= MOST_PER_MINUTE
                    && burst >= 1
                    && burst <= (long) perMinute * MOST_MINUTES;
        }
    }
}

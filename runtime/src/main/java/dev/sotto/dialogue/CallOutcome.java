package dev.sotto.dialogue;

/** What came of a call in the middle of an intent. */
enum CallOutcome {
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    TIMED_OUT("timed-out");

    private final String key;

    CallOutcome(String key) {
        this.key = key;
    }

    /** Returns the key in a bot file. */
    String key() {
        return key;
    }
}

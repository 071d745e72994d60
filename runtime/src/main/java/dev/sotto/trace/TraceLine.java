package dev.sotto.trace;

/**
 * One thing that happened in a turn.
 *
 * @param topic what it is about
 * @param text what happened, for people; may hold what a person said
 */
public record TraceLine(Topic topic, String text) {

    /** What a line can be about, in the order of a turn. */
    public enum Topic {
        /** Who speaks when, where somebody speaks. */
        VOICE("voice"),
        /** What an utterance may mean, with confidences. */
        HEARD("heard"),
        /** Values that were found in it. */
        VALUE("value"),
        /** Something that came in besides words. */
        CAME("came"),
        /** What the dialogue decided. */
        DECIDED("decided"),
        /** Which way it took, and why that one. */
        BRANCH("branch"),
        /** A hook that is called, or its answer. */
        HOOK("hook"),
        /** What is different now. */
        CHANGED("changed"),
        /** What it waits for. */
        WAITS("waits");

        private final String word;

        Topic(String word) {
            this.word = word;
        }

        /** Returns the word for it. */
        public String word() {
            return word;
        }
    }

    /** Leaves out the text. */
    @Override
    public String toString() {
        return topic.word;
    }
}

package dev.sotto.bot.testing;

import dev.sotto.yaml.Position;
import java.util.List;

/**
 * What should come of a step: facts of which each must hold, in the order of the file.
 *
 * @param facts may be empty for a step that only leads somewhere
 */
public record Expected(List<Fact> facts) {

    public Expected {
        facts = List.copyOf(facts);
    }

    /**
     * One thing to compare.
     *
     * @param position where it stands
     * @param aspect what is compared
     * @param key the slot, for {@link Aspect#SLOT}; else empty
     * @param value what it should be
     */
    public record Fact(Position position, Aspect aspect, String key, String value) {}

    /** What can be compared. */
    public enum Aspect {
        /** The intent that is under way or was just finished; {@code none} if the person was not understood. */
        INTENT("intent"),
        /** The value of a slot; empty for a slot without one. */
        SLOT("slots"),
        /** What the bot waits for: {@code anything}, {@code yes_no} or the name of a slot. */
        ASKS("asks"),
        /** Words that the bot says, or a pattern between slashes. */
        SAYS("says"),
        /** The state of the intent, in Lex's words. */
        STATE("state"),
        /** Where the person is transferred to. */
        TRANSFERS("transfers"),
        /** {@code yes} if the conversation is over. */
        ENDS("ends"),
        /** The label that a hook is told. */
        LABEL("label");

        private final String key;

        Aspect(String key) {
            this.key = key;
        }

        /** Returns the key in a test file. */
        public String key() {
            return key;
        }
    }
}

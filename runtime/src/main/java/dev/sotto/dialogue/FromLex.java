package dev.sotto.dialogue;

import java.util.List;

/** What came of building a state from Lex's. */
public sealed interface FromLex {

    /** It fits the bot. */
    record Taken(State state) implements FromLex {}

    /**
     * It does not.
     *
     * @param misfits all that is wrong, at least one
     */
    record Refused(List<Misfit> misfits) implements FromLex {

        public Refused {
            misfits = List.copyOf(misfits);
        }
    }

    /** A way in which a Lex session state does not fit a bot or Lex's own limits. */
    enum Misfit {
        INTENT_UNKNOWN("state.intent_unknown", "The bot has no intent of this name."),
        INTENT_MISSING(
                "state.intent_missing", "ElicitSlot, ConfirmIntent and Delegate need the intent they are about."),
        SLOT_UNKNOWN("state.slot_unknown", "The intent has no slot of this name."),
        SLOT_MALFORMED(
                "state.slot_malformed",
                "A slot's value has an interpreted value of at least one character and at most five resolved ones."),
        CONTEXTS_TOO_MANY("state.contexts_too_many", "At most 20 contexts can be active."),
        CONTEXT_MALFORMED(
                "state.context_malformed",
                "A context has a name of 1 to 100 letters, digits and single underscores, lives 1 to 20 turns and at "
                        + "most 86,400 seconds, and has at most 10 attributes with keys of 1 to 100 and values of 1 to "
                        + "1,024 characters."),
        ATTRIBUTE_MALFORMED("state.attribute_malformed", "A session attribute needs a name.");

        private final String code;
        private final String sentence;

        Misfit(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        /** Returns the stable code for programs. */
        public String code() {
            return code;
        }

        /** Returns the sentence for people. */
        public String sentence() {
            return sentence;
        }
    }
}

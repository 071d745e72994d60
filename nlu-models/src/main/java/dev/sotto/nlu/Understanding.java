package dev.sotto.nlu;

import java.util.List;
import java.util.Optional;

/**
 * What an utterance was understood as.
 *
 * @param interpretations the readings, the likeliest first, at most five; those from {@link #accepted} on lie below the
 *     bot's threshold and are there to be shown and compared, not acted on
 * @param accepted how many of them, from the front, reach the threshold
 * @param answer what it says to a yes-or-no question
 * @param expected the values for the slot that was asked for; empty if none was, or the utterance holds none, and
 *     several only for a slot that takes several
 * @param control what it wishes of the conversation itself, if it does nothing else
 */
public record Understanding(
        List<Interpretation> interpretations,
        int accepted,
        Answer answer,
        List<SlotMatch> expected,
        Optional<Control> control) {

    /** What was said had no meaning. */
    public static final Understanding NOTHING = new Understanding(List.of(), 0, Answer.UNCLEAR, List.of());

    /** Returns an understanding that wishes nothing of the conversation itself. */
    public Understanding(List<Interpretation> interpretations, int accepted, Answer answer, List<SlotMatch> expected) {
        this(interpretations, accepted, answer, expected, Optional.empty());
    }

    public Understanding {
        interpretations = List.copyOf(interpretations);
        expected = List.copyOf(expected);
        if (interpretations.size() > 5 || accepted < 0 || accepted > interpretations.size()) {
            throw new IllegalArgumentException("malformed ranking");
        }
    }

    /** Returns the likeliest reading if it reaches the bot's threshold. */
    public Optional<Interpretation> best() {
        return accepted > 0 ? Optional.of(interpretations.get(0)) : Optional.empty();
    }
}

package dev.sotto.speech;

import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Hypothesis;
import dev.sotto.sensitive.Utterance;
import java.util.List;
import java.util.Optional;

/** What a recogniser has to tell, in the order of the stream. When a turn ends is not for the recogniser to say. */
public sealed interface SpeechEvent {

    /** Returns the number of the sample up to which it has listened. */
    long upTo();

    /** Returns what was heard of a turn that ends with some events; nothing if nothing was said, or nothing known. */
    static Optional<Heard> heard(List<SpeechEvent> events) {
        if (events.isEmpty()
                || !(events.get(events.size() - 1) instanceof Final last)
                || last.guesses().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Heard(last.guesses().stream()
                .limit(Heard.MAX_HYPOTHESES)
                .map(guess -> new Hypothesis(guess.text(), guess.confidence()))
                .toList()));
    }

    /** Returns whether a turn that ends with some events held something, and nothing known. */
    static boolean isRejection(List<SpeechEvent> events) {
        return !events.isEmpty() && events.get(events.size() - 1) instanceof Rejected;
    }

    /** The words so far. May still change; a later one takes its place. */
    record Partial(Utterance text, long upTo) implements SpeechEvent {}

    /**
     * The words of what was said since the last final, for good.
     *
     * @param guesses the likeliest first; empty if nothing was said
     */
    record Final(List<Guess> guesses, long upTo) implements SpeechEvent {

        public Final {
            guesses = List.copyOf(guesses);
        }
    }

    /** Something was said since the last final, but none of what the bot knows. Takes the place of a final. */
    record Rejected(long upTo) implements SpeechEvent {}

    /**
     * One guess at the words.
     *
     * @param confidence 0 to 1; an engine that has none to offer says 1
     */
    record Guess(Utterance text, double confidence) {

        public Guess {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence outside 0..1");
            }
        }
    }
}

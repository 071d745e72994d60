package dev.sotto.speech.embedded;

import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.SpeechEvent;
import java.util.List;
import java.util.Optional;

/**
 * Puts words in the place of their numbers. Safe for many threads.
 *
 * @param parts that were listened with
 */
public record HeardEvents(EarPlan ear, List<EarPart> parts) {

    public HeardEvents {
        parts = List.copyOf(parts);
    }

    /**
     * Returns the event at the end of a turn.
     *
     * @throws IllegalArgumentException for numbers that the ear has no words for
     */
    public SpeechEvent last(Heard heard, long upTo) {
        if (heard instanceof Heard.Other) {
            return new SpeechEvent.Rejected(upTo);
        }
        if (heard instanceof Heard.Words words) {
            return new SpeechEvent.Final(List.of(new SpeechEvent.Guess(text(words), 1)), upTo);
        }
        return new SpeechEvent.Final(List.of(), upTo);
    }

    /**
     * Returns the event in the middle of a turn; none if there are no words yet.
     *
     * @throws IllegalArgumentException for numbers that the ear has no words for
     */
    public Optional<SpeechEvent> partial(Heard heard, long upTo) {
        return heard instanceof Heard.Words words
                ? Optional.of(new SpeechEvent.Partial(text(words), upTo))
                : Optional.empty();
    }

    private Utterance text(Heard.Words words) {
        if (words.part() < 0 || words.part() >= parts.size()) {
            throw new IllegalArgumentException("a part that was not listened with");
        }
        return new Utterance(String.join(" ", ear.words(parts.get(words.part()), words.numbers())));
    }
}

package dev.sotto.bot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question and what to say when it was not answered.
 *
 * @param ask the first attempt: one message or several, the last of which is the question
 * @param retries what is said at the first retry, the second and so on; the last one repeats, and without any the first
 *     attempt is repeated
 * @param maxRetries how often the question is put again, 0 to 5 (Lex V2's range)
 * @param help said to who asks for help here; the bot's own help without one
 * @param pause what is said while the person has the bot wait here; the bot's own words without it
 * @param listening how an answer is waited for
 * @param attempts how it is waited for at attempts where that is different; 0 is the first
 */
public record Prompt(
        List<Message> ask,
        List<List<Message>> retries,
        int maxRetries,
        Optional<Message> help,
        Optional<Pause> pause,
        Listening listening,
        Map<Integer, Listening> attempts) {

    /** Lex V2's largest number of retries. */
    public static final int MAX_RETRIES = 5;

    public Prompt {
        ask = List.copyOf(ask);
        retries = List.copyOf(retries);
        attempts = Map.copyOf(attempts);
        if (ask.isEmpty() || maxRetries < 0 || maxRetries > MAX_RETRIES) {
            throw new IllegalArgumentException("expected a question and 0 to " + MAX_RETRIES + " retries");
        }
    }

    /** Returns a question whose answer is waited for in the same way at each attempt. */
    public Prompt(
            List<Message> ask,
            List<List<Message>> retries,
            int maxRetries,
            Optional<Message> help,
            Optional<Pause> pause,
            Listening listening) {
        this(ask, retries, maxRetries, help, pause, listening, Map.of());
    }

    /** Returns how an answer is waited for at an attempt; 0 is the first. */
    public Listening listening(int attempt) {
        return attempts.getOrDefault(attempt, listening);
    }

    /** Returns a question that is put again as it is. */
    public static Prompt of(Message ask, int maxRetries) {
        return new Prompt(List.of(ask), List.of(), maxRetries, Optional.empty(), Optional.empty(), Listening.USUAL);
    }

    /** Returns what is said at an attempt; 0 is the first. */
    public List<Message> attempt(int attempt) {
        if (attempt == 0 || retries.isEmpty()) {
            return ask;
        }
        return retries.get(Math.min(attempt, retries.size()) - 1);
    }
}

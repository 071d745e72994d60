package dev.sotto.bot;

import java.util.List;

/**
 * A question and what to say when it was not answered.
 *
 * @param ask the first attempt
 * @param retries what is said at the first retry, the second and so on; the last one repeats, and without any the first
 *     attempt is repeated
 * @param maxRetries how often the question is put again, 0 to 5 (Lex V2's range)
 */
public record Prompt(Message ask, List<Message> retries, int maxRetries) {

    /** Lex V2's largest number of retries. */
    public static final int MAX_RETRIES = 5;

    public Prompt {
        retries = List.copyOf(retries);
        if (maxRetries < 0 || maxRetries > MAX_RETRIES) {
            throw new IllegalArgumentException("expected 0 to " + MAX_RETRIES + " retries");
        }
    }

    /** Returns what is said at an attempt; 0 is the first. */
    public Message attempt(int attempt) {
        if (attempt == 0 || retries.isEmpty()) {
            return ask;
        }
        return retries.get(Math.min(attempt, retries.size()) - 1);
    }
}

package dev.sotto.bot;

import java.util.Optional;

/**
 * The question put before an intent is fulfilled.
 *
 * @param prompt asks for yes or no
 * @param eachTry a hook that is told of each attempt to answer
 * @param confirmed what follows a yes
 * @param declined what follows a no
 * @param failed what follows when every attempt was of no use
 */
public record Confirmation(
        Prompt prompt, Optional<Hook> eachTry, Passage confirmed, Passage declined, Passage failed) {}

package dev.sotto.bot;

/**
 * The question put before an intent is fulfilled.
 *
 * @param prompt asks for yes or no
 * @param declined what is said after a no
 */
public record Confirmation(Prompt prompt, Message declined) {}

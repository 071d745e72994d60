package dev.sotto.bot;

/**
 * What happens when the bot keeps not understanding.
 *
 * @param attempts how many misunderstandings in a row are met with another try, 1 to 10
 * @param then what happens after that
 */
public record Repair(int attempts, Ending then) {}

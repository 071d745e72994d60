package dev.sotto.channel.frame;

/**
 * The sizes that a client is told when its session opens.
 *
 * @param text code points of one input
 * @param frame bytes of a control frame
 * @param binary bytes of a binary frame
 */
public record ShownSizes(int text, int frame, int binary) {}

package dev.sotto.channel.frame;

import java.time.Duration;

/**
 * The limits that a client is told when its session opens.
 *
 * @param text code points of one input
 * @param frame bytes of a control frame
 * @param binary bytes of a binary frame
 * @param idle how long a session lives without an input
 * @param lifetime how long it lives in all
 */
public record ShownLimits(int text, int frame, int binary, Duration idle, Duration lifetime) {}

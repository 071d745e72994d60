/**
 * What a conversation did and why, in words for the person who talks with their own bot on their own machine. They hold
 * what that person said, so nothing here is logged, written or sent, and nothing of it is asked for unless they ask.
 */
@NullMarked
package dev.sotto.trace;

import org.jspecify.annotations.NullMarked;

/**
 * The conversation itself, as a pure function from a bot, a state and an event to a new state and effects. No clock,
 * thread, randomness, input, output or logging may enter; it knows the definition of a bot, what was understood, and
 * Lex V2's vocabulary, and nothing of sessions, channels or how a hook is called.
 */
@NullMarked
package dev.sotto.dialogue;

import org.jspecify.annotations.NullMarked;

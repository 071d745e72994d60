/**
 * The vocabulary between people and the bot: inputs, outputs and the envelope that carries either. Channels translate
 * their wire dialect to and from it; the dialogue speaks nothing else. Plain data, no behaviour, no clock.
 */
@NullMarked
package dev.sotto.turn;

import org.jspecify.annotations.NullMarked;

/**
 * Whether somebody speaks: Silero's network, run frame by frame over the audio of a line, and the gate that turns its
 * probabilities into a voice that starts and stops. Blocking; nothing of the audio is kept beyond the frame being heard.
 */
@NullMarked
package dev.sotto.speech.activity;

import org.jspecify.annotations.NullMarked;

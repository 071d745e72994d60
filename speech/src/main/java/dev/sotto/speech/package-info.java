/**
 * The seams of speech: what an engine that recognises or speaks has to offer, and the audio that goes in and out. Plain
 * blocking Java without threads, sockets or clocks; time is counted in samples. What was recognised or is to be spoken
 * is of the sensitive types that cannot print themselves, and audio can be wiped.
 */
@NullMarked
package dev.sotto.speech;

import org.jspecify.annotations.NullMarked;

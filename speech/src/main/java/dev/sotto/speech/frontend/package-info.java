/**
 * What happens to audio before it is decoded: format and rate, and then, for a whole turn at once, the mean of its speech,
 * how noisy it is, and which way of hearing suits it. Audio is wiped by whoever holds it last.
 */
@NullMarked
package dev.sotto.speech.frontend;

import org.jspecify.annotations.NullMarked;

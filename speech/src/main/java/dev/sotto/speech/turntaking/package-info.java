/**
 * Who speaks when: a pure function from what happens on a line to what is to be done. It knows no clock, no thread, no
 * audio and no word; time is that of the person's audio, counted in samples and told in milliseconds. What is said and
 * what to answer is decided elsewhere.
 */
@NullMarked
package dev.sotto.speech.turntaking;

import org.jspecify.annotations.NullMarked;

/**
 * Text as a voice reads it: figures, dates, sums, codes, addresses and signs become words, and every letter plain ASCII.
 * English only. Pure functions of text; what they work on may be a person's, so nothing here may log, throw or keep it.
 */
@NullMarked
package dev.sotto.speech.normalise;

import org.jspecify.annotations.NullMarked;

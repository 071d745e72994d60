/** Tests of text as a voice reads it. */
@NullMarked
package dev.sotto.speech.normalise;

import org.jspecify.annotations.NullMarked;

/** Tests of what synthesisers do with their audio. */
@NullMarked
package dev.sotto.speech.delivery;

import org.jspecify.annotations.NullMarked;

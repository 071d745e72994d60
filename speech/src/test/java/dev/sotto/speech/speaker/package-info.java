/** Tests of how whole messages are spoken. */
@NullMarked
package dev.sotto.speech.speaker;

import org.jspecify.annotations.NullMarked;

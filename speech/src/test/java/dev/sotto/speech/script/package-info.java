/** Tests of how messages are spoken. */
@NullMarked
package dev.sotto.speech.script;

import org.jspecify.annotations.NullMarked;

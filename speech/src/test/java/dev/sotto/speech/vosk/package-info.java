/** Tests of the package of this name. */
@NullMarked
package dev.sotto.speech.vosk;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of this name. */
@NullMarked
package dev.sotto.speech.audio;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of this name. */
@NullMarked
package dev.sotto.speech.spectrum;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of this name. */
@NullMarked
package dev.sotto.speech.official;

import org.jspecify.annotations.NullMarked;

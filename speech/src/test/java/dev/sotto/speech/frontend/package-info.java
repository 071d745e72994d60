/** Tests of the package of this name. */
@NullMarked
package dev.sotto.speech.frontend;

import org.jspecify.annotations.NullMarked;

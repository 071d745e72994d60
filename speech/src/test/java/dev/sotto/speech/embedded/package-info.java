/** Tests of the package of this name. */
@NullMarked
package dev.sotto.speech.embedded;

import org.jspecify.annotations.NullMarked;

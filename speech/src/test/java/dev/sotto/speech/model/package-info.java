/** Tests of the package of this name. */
@NullMarked
package dev.sotto.speech.model;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of this name. */
@NullMarked
package dev.sotto.speech.graph;

import org.jspecify.annotations.NullMarked;

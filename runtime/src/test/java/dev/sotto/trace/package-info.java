/** Tests of traces. */
@NullMarked
package dev.sotto.trace;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code dev.sotto.retention}. */
@NullMarked
package dev.sotto.retention;

import org.jspecify.annotations.NullMarked;

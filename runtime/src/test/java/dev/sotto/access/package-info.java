/** Tests of {@code dev.sotto.access}. */
@NullMarked
package dev.sotto.access;

import org.jspecify.annotations.NullMarked;

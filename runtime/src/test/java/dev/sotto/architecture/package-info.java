/** Tests of {@code dev.sotto.architecture}. */
@NullMarked
package dev.sotto.architecture;

import org.jspecify.annotations.NullMarked;

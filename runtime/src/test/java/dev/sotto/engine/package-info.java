/** Tests of {@code dev.sotto.engine}. */
@NullMarked
package dev.sotto.engine;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code dev.sotto.audit}. */
@NullMarked
package dev.sotto.audit;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code dev.sotto.refusal}. */
@NullMarked
package dev.sotto.refusal;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code dev.sotto.session}. */
@NullMarked
package dev.sotto.session;

import org.jspecify.annotations.NullMarked;

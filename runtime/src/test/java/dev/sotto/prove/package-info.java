/** The proof's own proof: that it finds what is there. */
@NullMarked
package dev.sotto.prove;

import org.jspecify.annotations.NullMarked;

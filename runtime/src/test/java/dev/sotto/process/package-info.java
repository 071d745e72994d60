/** Tests of what the system knows of a process. */
@NullMarked
package dev.sotto.process;

import org.jspecify.annotations.NullMarked;

/**
 * Processes of this machine as measurements and proofs need them: what the system knows of one, and how one is ended.
 * What a process says or does is no matter of this package.
 */
@NullMarked
package dev.sotto.process;

import org.jspecify.annotations.NullMarked;

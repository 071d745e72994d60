/**
 * What those who embed Sotto implement to have hooks in the server's own process. Nothing but the seam: who calls a
 * handler, and on which thread, is no matter of this package.
 */
@NullMarked
package dev.sotto.hook;

import org.jspecify.annotations.NullMarked;

/**
 * How files come to be and go: whole or not at all, so that a process that dies in the middle leaves nothing half written and
 * several can share a directory. Knows nothing of what is in them; who may write any is decided by an architecture test, for
 * calls of this package too.
 */
@NullMarked
package dev.sotto.storage;

import org.jspecify.annotations.NullMarked;

/**
 * Measures servers from outside: from a process of its own, over TLS, with load that does not wait for answers. Knows the
 * protocol and the launcher, not the server's classes. What it finds comes with the machine and the settings it was
 * measured with, and beside a peer that did the same.
 */
@NullMarked
package dev.sotto.bench;

import org.jspecify.annotations.NullMarked;

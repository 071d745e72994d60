/**
 * Whether the server is well, told to the machines that look after it, and how it goes down in order: readiness, the
 * management listener, the end of the process, and the sweeping of dead memory. Nothing about conversations may enter.
 */
@NullMarked
package dev.sotto.health;

import org.jspecify.annotations.NullMarked;

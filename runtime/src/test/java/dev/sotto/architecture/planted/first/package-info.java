/** Violations on purpose, for the rules to find. */
@NullMarked
package dev.sotto.architecture.planted.first;

import org.jspecify.annotations.NullMarked;

/** Violations on purpose, for the rules to find. */
@NullMarked
package dev.sotto.architecture.planted.second;

import org.jspecify.annotations.NullMarked;

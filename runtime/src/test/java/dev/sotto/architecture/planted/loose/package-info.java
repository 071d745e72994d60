/** Violations on purpose, for the rules to find. */
@NullMarked
package dev.sotto.architecture.planted.loose;

import org.jspecify.annotations.NullMarked;

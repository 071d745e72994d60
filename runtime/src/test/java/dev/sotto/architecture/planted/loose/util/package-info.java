/** Violations on purpose, for the rules to find. */
@NullMarked
package dev.sotto.architecture.planted.loose.util;

import org.jspecify.annotations.NullMarked;

/** Violations on purpose, for the rules to find. */
@NullMarked
package dev.sotto.architecture.planted.dialogue;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: what {@code ./sotto} understands, what it prints and how it exits. It puts parts together and shows
 * what they answer; what a command does lives in the package that owns the matter. Nothing else writes to standard
 * output.
 */
@NullMarked
package dev.sotto.cli;

import org.jspecify.annotations.NullMarked;

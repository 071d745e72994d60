/**
 * What the server counts and measures, for Prometheus. Owns every metric's name, unit and labels. A label is a name from
 * a bot's definition, a word of the program's or a stable code, never text of a client's; the number of series is bounded.
 */
@NullMarked
package dev.sotto.metrics;

import org.jspecify.annotations.NullMarked;

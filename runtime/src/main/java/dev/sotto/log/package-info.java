/**
 * What the server tells its operator: named events with fields from an allow-list, one line each on standard error.
 * There is no way to write free text here, on purpose: no message, no message of an exception, no value whose type could
 * hold what a person said. Lines of third-party libraries pass with their logger's name, level and exception class only.
 */
@NullMarked
package dev.sotto.log;

import org.jspecify.annotations.NullMarked;

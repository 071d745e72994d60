/**
 * The one way to ask what time it is and to be called later, so that a test can be the one who decides. Nothing else in
 * the runtime reads a clock or sets a timer.
 */
@NullMarked
package dev.sotto.time;

import org.jspecify.annotations.NullMarked;

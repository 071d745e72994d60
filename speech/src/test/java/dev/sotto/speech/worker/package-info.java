/** Workers that are well, that crash, hang, grow, and that were never workers. */
@NullMarked
package dev.sotto.speech.worker;

import org.jspecify.annotations.NullMarked;

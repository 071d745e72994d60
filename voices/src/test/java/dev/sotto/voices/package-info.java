/** Tests of the voices as they are delivered. */
@NullMarked
package dev.sotto.voices;

import org.jspecify.annotations.NullMarked;

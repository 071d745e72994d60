/** Tests of the build step that makes the voices. */
@NullMarked
package dev.sotto.voices.build;

import org.jspecify.annotations.NullMarked;

/**
 * The types that hold what a person said, and what they may be shown as. They cannot print, serialise or log
 * themselves; their content is reached by {@link dev.sotto.sensitive.Sensitive#reveal()}, which an architecture test
 * lets only a short list of packages call. Nothing may enter this package that would make a leak easy to write.
 */
@NullMarked
package dev.sotto.sensitive;

import org.jspecify.annotations.NullMarked;

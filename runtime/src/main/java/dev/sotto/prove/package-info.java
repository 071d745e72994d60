/**
 * The operator's own proof that a running server leaves nothing behind and calls nobody: looks into another process from
 * outside, as far as Linux lets its owner look. Of the server it knows where it is, not how it works. Nothing that is
 * written here holds a mark, but for the file that is planted to see that the search finds it.
 */
@NullMarked
package dev.sotto.prove;

import org.jspecify.annotations.NullMarked;

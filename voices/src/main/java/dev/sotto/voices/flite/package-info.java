/** Where the build puts the classes that it makes of flite. Nothing here is written by hand. */
@NullMarked
package dev.sotto.voices.flite;

import org.jspecify.annotations.NullMarked;

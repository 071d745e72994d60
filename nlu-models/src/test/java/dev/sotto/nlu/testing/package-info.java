/** Small bots and a notation for them, for tests of everything that understands. */
@NullMarked
package dev.sotto.nlu.testing;

import org.jspecify.annotations.NullMarked;

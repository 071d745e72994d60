/**
 * The server as a whole: which parts there are, in which order they start and stop, and what each is given. Everything
 * is put together here by hand, once. What a part does is not decided here.
 */
@NullMarked
package dev.sotto.server;

import org.jspecify.annotations.NullMarked;

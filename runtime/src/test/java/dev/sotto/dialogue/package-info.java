/** Conversations with small bots, written down line by line, and rules that hold for any bot and any events. */
@NullMarked
package dev.sotto.dialogue;

import org.jspecify.annotations.NullMarked;

/**
 * Conversations as they live: who takes part, what waits, what was sent and may be asked for again, and when it is over.
 * A session is not a socket; connections and requests come to it and go. Each is confined to one event loop and takes
 * one input at a time. What a conversation says is decided in {@code dev.sotto.dialogue}; how it travels, in
 * {@code dev.sotto.channel}; nothing of a session is ever written anywhere from here.
 */
@NullMarked
package dev.sotto.session;

import org.jspecify.annotations.NullMarked;

/**
 * The one codec for the protocol's frames, for WebSocket and HTTP alike: bytes to a frame or a refusal, outputs to
 * bytes. Pure functions without threads, sockets or clocks. Everything that comes from a client is checked here, to the
 * last member, before any other part sees it; what a parser has to say about it never leaves.
 */
@NullMarked
package dev.sotto.channel.frame;

import org.jspecify.annotations.NullMarked;

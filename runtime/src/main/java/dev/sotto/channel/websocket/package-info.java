/**
 * The way in over a WebSocket (RFC 6455): upgrades, frames put together and bounded in size, number and time, a client
 * that does not read or has gone, and closing with a code that says why. A connection is confined to one event loop and
 * may belong to a session that lives on another.
 */
@NullMarked
package dev.sotto.channel.websocket;

import org.jspecify.annotations.NullMarked;

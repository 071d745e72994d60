/**
 * What a client is told when it does not get what it asked for: stable dotted codes, in one table with the HTTP status
 * and the WebSocket close code that go with each. Every part of the runtime refuses in these words; none of them holds
 * anything that a person said.
 */
@NullMarked
package dev.sotto.refusal;

import org.jspecify.annotations.NullMarked;

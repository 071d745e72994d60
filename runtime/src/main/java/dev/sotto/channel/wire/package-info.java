/**
 * What the network library is made to do for us: buffers that are wiped when they are given back, and the transport that
 * uses them everywhere. Knows nothing of frames, requests or sessions.
 */
@NullMarked
package dev.sotto.channel.wire;

import org.jspecify.annotations.NullMarked;

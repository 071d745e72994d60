/**
 * Asterisk's AudioSocket: telephone calls over plain TCP, as the application and the channel driver of that name speak it.
 * A codec for its messages, and a call that brings a line and a session together. The protocol has neither encryption nor
 * authentication, so a call is let in by a ticket that was given out for it, and the port is for trusted networks only.
 */
@NullMarked
package dev.sotto.channel.audiosocket;

import org.jspecify.annotations.NullMarked;

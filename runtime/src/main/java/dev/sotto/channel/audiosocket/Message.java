package dev.sotto.channel.audiosocket;

import java.util.UUID;

/**
 * A message of AudioSocket: a byte for its kind, two for the length of what follows (big-endian), and that (Asterisk
 * documentation, Channel Drivers, AudioSocket).
 */
sealed interface Message {

    /** Most bytes that a message can carry. */
    int MOST_BYTES = 0xFFFF;

    /** The call is over. */
    record Hangup() implements Message {}

    /** Which call it is; the first message of each. */
    record Call(UUID id) implements Message {}

    /** A key was pressed: {@code 0-9 * # A-D}. */
    record Key(char key) implements Message {}

    /** Audio: linear, 16 bits, the lower byte first, one channel, 8,000 samples a second. */
    final class Audio implements Message {

        private final byte[] samples;

        Audio(byte[] samples) {
            this.samples = samples;
        }

        /** Returns the samples themselves; whoever has the message wipes them. */
        byte[] samples() {
            return samples;
        }
    }

    /** Audio at a rate that was not asked for. */
    record OtherAudio() implements Message {}

    /** Something went wrong at the other end. */
    record Failed(int code) implements Message {}

    /** A kind that this version does not know, and whose content is skipped. */
    record Unknown() implements Message {}

    /** It is none: what follows cannot be read. */
    record Malformed() implements Message {}
}

package dev.sotto.channel.audiosocket;

import dev.sotto.channel.wire.WipingAllocator;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Writes the messages that an application sends. */
final class MessageEncoder {

    private static final int HEAD = 3;

    private MessageEncoder() {}

    /** Returns the message that ends a call. */
    static ByteBuf hangup() {
        return WipingAllocator.INSTANCE.heapBuffer(HEAD).writeByte(0x00).writeShort(0);
    }

    /** Returns a message with audio, and wipes the array. */
    static ByteBuf audio(byte[] samples) {
        ByteBuf message = WipingAllocator.INSTANCE
                .heapBuffer(HEAD + samples.length)
                .writeByte(0x10)
                .writeShort(samples.length)
                .writeBytes(samples);
        Arrays.fill(samples, (byte) 0);
        return message;
    }
}

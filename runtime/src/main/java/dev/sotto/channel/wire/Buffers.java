package dev.sotto.channel.wire;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;

/**
 * Vert.x's buffers, which nobody gives back and the garbage collector leaves as they are, with a way to wipe them. Each
 * buffer is wiped once, by whoever used it last, and is void then.
 */
public final class Buffers {

    private Buffers() {}

    /** Returns a buffer with these bytes, and wipes the array that they were in. */
    public static Buffer toSend(byte[] bytes) {
        return BufferInternal.buffer(WipingAllocator.INSTANCE.takeOver(bytes));
    }

    /** Returns the content for reading, without a copy. */
    public static ByteBuffer view(Buffer buffer) {
        return ((BufferInternal) buffer).getByteBuf().nioBuffer();
    }

    /** Overwrites a buffer, and the memory that it is a part of as soon as no other part is in use. */
    public static void wipe(Buffer buffer) {
        ByteBuf content = ((BufferInternal) buffer).getByteBuf();
        content.setZero(0, content.capacity());
        // Vert.x shields the buffer beneath from being released; the one beneath the shield is ours.
        ByteBuf shielded = content.unwrap();
        if (shielded != null) {
            shielded.release();
        }
    }
}

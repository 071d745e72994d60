package dev.sotto.channel.wire;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledDirectByteBuf;
import io.netty.buffer.UnpooledHeapByteBuf;
import java.util.Arrays;

/**
 * Gives out buffers that are overwritten with zeros when they are given back, and keeps none for the next one. A pool
 * would hold pieces of conversations for as long as the process lives, and hand them to whoever comes next. It also
 * takes less memory where most connections are idle. Safe for any thread.
 *
 * <p>Buffers are on the heap. Their content goes to and from the socket through the JDK's own direct buffers, which only
 * ever hold what TLS has encrypted.
 */
public final class WipingAllocator extends AbstractByteBufAllocator {

    /** The only one: it has no state. */
    public static final WipingAllocator INSTANCE = new WipingAllocator();

    private WipingAllocator() {
        super(false);
    }

    /** Returns a buffer with these bytes, and wipes the array that they were in. */
    public ByteBuf takeOver(byte[] bytes) {
        ByteBuf buffer = heapBuffer(bytes.length).writeBytes(bytes);
        Arrays.fill(bytes, (byte) 0);
        return buffer;
    }

    @Override
    public boolean isDirectBufferPooled() {
        return false;
    }

    @Override
    public ByteBuf ioBuffer() {
        return heapBuffer();
    }

    @Override
    public ByteBuf ioBuffer(int capacity) {
        return heapBuffer(capacity);
    }

    @Override
    public ByteBuf ioBuffer(int capacity, int maxCapacity) {
        return heapBuffer(capacity, maxCapacity);
    }

    @Override
    protected ByteBuf newHeapBuffer(int capacity, int maxCapacity) {
        return new WipedBuffer(this, capacity, maxCapacity);
    }

    /** For those who insist; nothing that we use does. */
    @Override
    protected ByteBuf newDirectBuffer(int capacity, int maxCapacity) {
        return new UnpooledDirectByteBuf(this, capacity, maxCapacity);
    }

    private static final class WipedBuffer extends UnpooledHeapByteBuf {

        WipedBuffer(WipingAllocator allocator, int capacity, int maxCapacity) {
            super(allocator, capacity, maxCapacity);
        }

        /** Called when the last reference is given back, and with the smaller array when the buffer has grown. */
        @Override
        protected void freeArray(byte[] array) {
            Arrays.fill(array, (byte) 0);
        }
    }
}

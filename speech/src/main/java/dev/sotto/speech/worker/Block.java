package dev.sotto.speech.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Messages cross in blocks of one size: a few messages, and zeros behind. That is just the size at which Java's streams
 * neither keep a copy in their own buffer nor take memory that they give back unwiped; and each block overwrites all of the
 * one before it wherever they passed. Confined to one thread at a time.
 */
final class Block {

    /** Bytes of a block: up to here {@code FileOutputStream} copies to its stack, from here no buffer is in between. */
    static final int SIZE = 8_192;

    /** Bytes that messages can take: one zero always follows the last. */
    static final int ROOM = SIZE - 1;

    private final byte[] bytes = new byte[SIZE];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);

    boolean isEmpty() {
        return buffer.position() == 0;
    }

    /** Adds a message, unless there is no room for it; in an empty block there is for every message. */
    boolean add(Message message) {
        int before = buffer.position();
        try {
            MessageCodec.write(message, buffer.limit(ROOM));
            return true;
        } catch (BufferOverflowException e) {
            Arrays.fill(bytes, before, SIZE, (byte) 0);
            buffer.position(before);
            return false;
        }
    }

    /** Writes the block and wipes it. */
    void writeTo(OutputStream out) throws IOException {
        try {
            out.write(bytes, 0, SIZE);
            out.flush();
        } finally {
            wipe();
        }
    }

    /**
     * Reads a block, hands over its messages, and wipes it.
     *
     * @throws EOFException if there is none any more
     * @throws RubbishException if it is none
     */
    void readFrom(InputStream in, Consumer<Message> reader) throws IOException {
        int count = 0;
        while (count < SIZE) {
            int more = in.read(bytes, count, SIZE - count);
            if (more < 0) {
                wipe();
                throw new EOFException();
            }
            count += more;
        }
        try {
            buffer.clear();
            while (buffer.hasRemaining() && bytes[buffer.position()] != 0) {
                reader.accept(MessageCodec.read(buffer));
            }
        } finally {
            wipe();
        }
    }

    void wipe() {
        Arrays.fill(bytes, (byte) 0);
        buffer.clear();
    }
}

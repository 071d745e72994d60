package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A binary file of a model, read from its beginning; numbers have the lower byte first. Nothing that the file says about
 * sizes is believed before as many bytes are known to be there. Confined to one thread.
 */
final class ModelFile implements AutoCloseable {

    private static final int BUFFER = 1 << 18;
    private static final int LONGEST_WORD = 4_096;

    private final String name;
    private final long size;
    private final InputStream in;
    private final byte[] piece = new byte[BUFFER];
    private long position;

    private ModelFile(String name, long size, InputStream in) {
        this.name = name;
        this.size = size;
        this.in = in;
    }

    static ModelFile open(Path folder, String name) throws IOException {
        Path path = folder.resolve(name);
        return new ModelFile(name, Files.size(path), new BufferedInputStream(Files.newInputStream(path), BUFFER));
    }

    String name() {
        return name;
    }

    long position() {
        return position;
    }

    long left() {
        return size - position;
    }

    boolean isAtEnd() {
        return position >= size;
    }

    int read() throws IOException {
        need(1);
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        position++;
        return value;
    }

    int readInt() throws IOException {
        return piece(Integer.BYTES).getInt();
    }

    long readLong() throws IOException {
        return piece(Long.BYTES).getLong();
    }

    float readFloat() throws IOException {
        return piece(Float.BYTES).getFloat();
    }

    /** Returns some bytes, to be looked at before the next call. At most 256 KiB. */
    ByteBuffer piece(int count) throws IOException {
        need(count);
        if (in.readNBytes(piece, 0, count) < count) {
            throw new EOFException();
        }
        position += count;
        return ByteBuffer.wrap(piece, 0, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns some bytes as text. At most 256 KiB. */
    String text(int length, Charset charset) throws IOException {
        piece(length);
        return new String(piece, 0, length, charset);
    }

    /** Copies some bytes. */
    void copy(long count, OutputStream out) throws IOException {
        for (long left = count; left > 0; left -= BUFFER) {
            int some = (int) Math.min(BUFFER, left);
            piece(some);
            out.write(piece, 0, some);
        }
    }

    /** Returns how many items of a size fit into a piece. */
    static int most(int itemSize) {
        return BUFFER / itemSize;
    }

    void skip(long count) throws IOException {
        need(count);
        in.skipNBytes(count);
        position += count;
    }

    /** Reads text with its length before it. */
    String countedText() throws IOException {
        int length = readInt();
        if (length < 0 || length > LONGEST_WORD) {
            throw foreign("a text of " + length + " bytes", "at most " + LONGEST_WORD);
        }
        return text(length, StandardCharsets.UTF_8);
    }

    /** Makes sure that so many bytes are still there. */
    void need(long count) {
        if (count < 0 || count > left()) {
            throw wrongLength("it ends after " + size + " bytes", "at least " + (position + Math.max(0, count)));
        }
    }

    ModelRefusedException wrongLength(String found, String expected) {
        return new ModelRefusedException(
                Reason.WRONG_LENGTH, name, found, expected, "the file is cut off or damaged: get the model again");
    }

    ModelRefusedException foreign(String found, String expected) {
        return new ModelRefusedException(
                Reason.FOREIGN_FILE,
                name,
                found,
                expected,
                "put the file of a Vosk model there, or get the model again");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

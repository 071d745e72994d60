package dev.sotto.speech.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One of the model's files. Those of numbers begin with text, then the order of bytes, then counts. */
final class SphinxFile {

    private static final String FOLDER = "/edu/cmu/sphinx/models/en-us/";
    private static final byte[] END_OF_TEXT = "endhdr\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTE_ORDER = 0x11223344;

    private SphinxFile() {}

    /** Returns the numbers of a file, from the first count on. */
    static ByteBuffer numbers(String name) {
        byte[] bytes = bytes(name);
        int end = endOfText(bytes, name);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(end);
        if (buffer.getInt() != BYTE_ORDER) {
            throw new IllegalStateException(name + ": found another order of bytes; expected the lower byte first");
        }
        return buffer;
    }

    /** Returns the next numbers of a buffer. */
    static float[] floats(ByteBuffer buffer, int count) {
        float[] values = new float[count];
        buffer.asFloatBuffer().get(values);
        buffer.position(buffer.position() + count * Float.BYTES);
        return values;
    }

    /** Returns a file of text, opened. */
    static InputStream open(String name) {
        InputStream in = SphinxFile.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("the acoustic model lacks " + name + "; expected it on the class path");
        }
        return in;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int endOfText(byte[] bytes, String name) {
        for (int i = 0; i + END_OF_TEXT.length < Math.min(bytes.length, 4096); i++) {
            if (Arrays.equals(bytes, i, i + END_OF_TEXT.length, END_OF_TEXT, 0, END_OF_TEXT.length)) {
                return i + END_OF_TEXT.length;
            }
        }
        throw new IllegalStateException(name + ": found no end of the text in front of the numbers");
    }
}

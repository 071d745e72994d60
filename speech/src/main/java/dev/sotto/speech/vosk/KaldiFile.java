package dev.sotto.speech.vosk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A binary file of Kaldi: words with a space behind, numbers with their size before, the lower byte first. */
final class KaldiFile implements AutoCloseable {

    private final OutputStream out;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    KaldiFile(Path file) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    void begin() throws IOException {
        out.write(0);
        out.write('B');
    }

    void token(String text) throws IOException {
        text(text + " ");
    }

    void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A number with its size before it. */
    void sized(int value) throws IOException {
        out.write(Integer.BYTES);
        bare(value);
    }

    /** A number with its size before it. */
    void sized(float value) throws IOException {
        out.write(Float.BYTES);
        bare(value);
    }

    void bare(int value) throws IOException {
        number.clear();
        number.putInt(value);
        out.write(number.array(), 0, Integer.BYTES);
    }

    void bare(long value) throws IOException {
        number.clear();
        number.putLong(value);
        out.write(number.array(), 0, Long.BYTES);
    }

    void bare(float value) throws IOException {
        number.clear();
        number.putFloat(value);
        out.write(number.array(), 0, Float.BYTES);
    }

    /** Text with its length before it. */
    void counted(String text) throws IOException {
        bare(text.length());
        text(text);
    }

    void integers(int... values) throws IOException {
        sized(values.length);
        for (int value : values) {
            bare(value);
        }
    }

    void vector(float... values) throws IOException {
        token("FV");
        sized(values.length);
        bare(values);
    }

    void matrix(int rows, int columns) throws IOException {
        token("FM");
        sized(rows);
        sized(columns);
    }

    void bare(float... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

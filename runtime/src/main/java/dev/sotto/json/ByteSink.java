package dev.sotto.json;

import java.io.OutputStream;
import java.util.Arrays;

/** Gathers what is written and leaves no copy of it behind. Confined to one encoding. */
public final class ByteSink extends OutputStream {

    private byte[] bytes = new byte[512];
    private int length;

    @Override
    public void write(int single) {
        makeRoomFor(1);
        bytes[length++] = (byte) single;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        makeRoomFor(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    /** Returns how many bytes were written. */
    public int length() {
        return length;
    }

    /** Returns what was written and forgets it. */
    public byte[] take() {
        byte[] whole = Arrays.copyOf(bytes, length);
        Arrays.fill(bytes, 0, length, (byte) 0);
        length = 0;
        return whole;
    }

    private void makeRoomFor(int count) {
        if (length + count <= bytes.length) {
            return;
        }
        byte[] larger = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        Arrays.fill(bytes, (byte) 0);
        bytes = larger;
    }
}

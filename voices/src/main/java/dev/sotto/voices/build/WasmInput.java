package dev.sotto.voices.build;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the binary form of WebAssembly 1.0 (chapter 5 of its specification). Confined to one thread. */
final class WasmInput {

    private final byte[] bytes;
    private final int end;
    private int at;

    WasmInput(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private WasmInput(byte[] bytes, int start, int end) {
        if (start < 0 || end < start || end > bytes.length) {
            throw new WasmChangedException("a part that ends behind the file");
        }
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    boolean hasMore() {
        return at < end;
    }

    int readByte() {
        if (at >= end) {
            throw new WasmChangedException("the file ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    /** Reads an unsigned number (LEB128) below 2^31. */
    int number() {
        int result = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = readByte();
            result |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return result;
            }
        }
        throw new WasmChangedException("a number of more than 32 bits");
    }

    String name() {
        return new String(rest(number()), StandardCharsets.UTF_8);
    }

    /** Reads so many bytes as a part of its own. */
    WasmInput part(int length) {
        WasmInput part = new WasmInput(bytes, at, Math.addExact(at, length));
        at += length;
        return part;
    }

    /** Reads so many bytes. */
    byte[] rest(int length) {
        WasmInput part = part(length);
        return Arrays.copyOfRange(bytes, part.at, part.end);
    }

    /** Reads all bytes that are left. */
    byte[] rest() {
        return rest(end - at);
    }

    /** Skips limits of a table or memory. */
    void skipLimits() {
        int flags = readByte();
        number();
        if ((flags & 1) != 0) {
            number();
        }
    }
}

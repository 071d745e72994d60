package dev.sotto.voices.build;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the binary form of WebAssembly 1.0. Confined to one thread. */
final class WasmOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    WasmOutput writeByte(int value) {
        bytes.write(value);
        return this;
    }

    /** Writes an unsigned number (LEB128). */
    WasmOutput number(int value) {
        int left = value;
        while (left >>> 7 != 0) {
            bytes.write((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes.write(left);
        return this;
    }

    WasmOutput name(String name) {
        return sized(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes behind their number. */
    WasmOutput sized(byte[] content) {
        number(content.length);
        return plain(content);
    }

    WasmOutput plain(byte[] content) {
        bytes.write(content, 0, content.length);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}

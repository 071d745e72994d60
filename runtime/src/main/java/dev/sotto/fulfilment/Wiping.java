package dev.sotto.fulfilment;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** Overwrites what an event or an answer was held in. */
final class Wiping {

    private Wiping() {}

    static void wipe(byte[] bytes) {
        Arrays.fill(bytes, (byte) 0);
    }

    static void wipe(Buffer buffer) {
        buffer.setBytes(0, new byte[buffer.length()]);
    }
}

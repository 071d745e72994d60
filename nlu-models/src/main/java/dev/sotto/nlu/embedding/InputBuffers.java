package dev.sotto.nlu.embedding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * The native buffers an encoder reads from. Piece ids spell out what was said, so each thread has a buffer of its own
 * that is zeroed after the call; attention mask and token types are the same for every text and shared.
 */
final class InputBuffers {

    private final LongBuffer mask = allocate();
    private final LongBuffer types = allocate();
    private final ThreadLocal<Inputs> inputs = ThreadLocal.withInitial(() -> new Inputs(allocate(), mask, types));

    InputBuffers() {
        for (int i = 0; i < WordPiece.MAX_IDS; i++) {
            mask.put(i, 1);
        }
    }

    Inputs ofThisThread() {
        return inputs.get();
    }

    private static LongBuffer allocate() {
        return ByteBuffer.allocateDirect(WordPiece.MAX_IDS * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    /** The buffers for one call. Confined to its thread. */
    record Inputs(LongBuffer ids, LongBuffer mask, LongBuffer types) {

        LongBuffer ids(int count) {
            return ids.slice(0, count);
        }

        LongBuffer mask(int count) {
            return mask.slice(0, count);
        }

        LongBuffer types(int count) {
            return types.slice(0, count);
        }

        void wipe(int count) {
            for (int i = 0; i < count; i++) {
                ids.put(i, 0);
            }
        }
    }
}

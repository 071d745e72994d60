package dev.sotto.json;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.util.Arrays;

/**
 * Overwrites the JSON library's working buffers with zeros as soon as it gives them back, and keeps none for the next
 * document: pieces of what people say must not wait in a pool.
 */
public final class WipingRecycler extends BufferRecycler {

    /** Gives out a new one each time. */
    public static final RecyclerPool<BufferRecycler> POOL = new Pool();

    private WipingRecycler() {}

    @Override
    public void releaseByteBuffer(int use, byte[] buffer) {
        Arrays.fill(buffer, (byte) 0);
    }

    @Override
    public void releaseCharBuffer(int use, char[] buffer) {
        Arrays.fill(buffer, '\0');
    }

    private static final class Pool implements RecyclerPool<BufferRecycler> {

        private static final long serialVersionUID = 1;

        @Override
        public BufferRecycler acquirePooled() {
            return new WipingRecycler();
        }

        @Override
        public void releasePooled(BufferRecycler pooled) {
            // Left to the garbage collector: it holds nothing any more.
        }
    }
}

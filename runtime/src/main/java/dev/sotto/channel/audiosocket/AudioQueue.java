package dev.sotto.channel.audiosocket;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The bot's audio on its way into a call, cut into what is sent each 20 ms; silence where there is none, for Asterisk
 * waits for audio. Confined to the call's event loop.
 */
final class AudioQueue {

    /** Bytes of 20 ms. */
    static final int FRAME = 320;

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int used;

    /** Adds audio, which belongs to the queue from here on. */
    void add(byte[] audio) {
        waiting.add(audio);
    }

    /** Returns the next 20 ms. */
    byte[] next() {
        byte[] frame = new byte[FRAME];
        int filled = 0;
        while (filled < FRAME && !waiting.isEmpty()) {
            byte[] first = waiting.getFirst();
            int count = Math.min(FRAME - filled, first.length - used);
            System.arraycopy(first, used, frame, filled, count);
            filled += count;
            used += count;
            if (used == first.length) {
                Arrays.fill(waiting.removeFirst(), (byte) 0);
                used = 0;
            }
        }
        return frame;
    }

    /** Drops what is not sent. */
    void clear() {
        waiting.forEach(audio -> Arrays.fill(audio, (byte) 0));
        waiting.clear();
        used = 0;
    }
}

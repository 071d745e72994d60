package dev.sotto.speech.official;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes graphs as OpenFst does, of a few states in a row, each with one arc to the next and the last with one to itself. */
final class GraphBytes {

    private static final int STATES = 3;

    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    static byte[] constant(boolean aligned, String... words) {
        GraphBytes graph = new GraphBytes();
        graph.header("const", (words.length > 0 ? 2 : 0) + (aligned ? 4 : 0), STATES);
        graph.words(words);
        graph.constantBody(aligned);
        return graph.bytes();
    }

    static byte[] ahead(int sets) {
        GraphBytes graph = new GraphBytes();
        graph.header("olabel_lookahead", 0, 0);
        graph.bytes.putInt(446_681_434);
        graph.header("const", 0, STATES);
        graph.constantBody(false);
        graph.bytes.put(new byte[] {1, 0, 1, 0, 1});
        graph.bytes.putLong(1).putInt(5).putInt(6);
        graph.bytes.putInt(7).putLong(sets);
        for (int i = 0; i < sets; i++) {
            graph.bytes.putLong(1).putInt(1).putInt(4).putInt(3);
        }
        return graph.bytes();
    }

    static byte[] ngram(String... words) {
        GraphBytes graph = new GraphBytes();
        graph.header("ngram", words.length > 0 ? 3 : 0, STATES);
        graph.words(words);
        graph.words(words);
        graph.bytes.putLong(STATES).putLong(4).putLong(1);
        graph.bytes.put(new byte[3 * 8 + 4 * (STATES + 1 + 4) + 4 * (STATES + 1 + 1 + 4 + 1)]);
        return graph.bytes();
    }

    private void header(String type, int flags, long states) {
        bytes.putInt(2_125_659_606);
        text(type);
        text("standard");
        bytes.putInt(2).putInt(flags).putLong(0).putLong(0).putLong(states).putLong(states);
    }

    private void words(String... words) {
        if (words.length > 0) {
            bytes.putInt(2_125_658_996);
            text("a/long/way/words.txt");
            bytes.putLong(words.length).putLong(words.length);
            for (int i = 0; i < words.length; i++) {
                text(words[i]);
                bytes.putLong(i);
            }
        }
    }

    private void constantBody(boolean aligned) {
        align(aligned);
        for (int state = 0; state < STATES; state++) {
            bytes.putFloat(0).putInt(state).putInt(1).putInt(0).putInt(0);
        }
        align(aligned);
        for (int state = 0; state < STATES; state++) {
            bytes.putInt(state + 1).putInt(state).putFloat(0).putInt(Math.min(state + 1, STATES - 1));
        }
    }

    private void align(boolean aligned) {
        while (aligned && bytes.position() % 16 != 0) {
            bytes.put((byte) 0);
        }
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(encoded.length).put(encoded);
    }

    private byte[] bytes() {
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }
}

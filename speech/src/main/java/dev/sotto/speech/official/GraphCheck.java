package dev.sotto.speech.official;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a graph: its header, each of its arcs, and that it ends where it should, so that libvosk follows no number to a
 * place that is not there. Forms of OpenFst's: vector, const, that with what is ahead (olabel_lookahead), and ngram, of
 * which only the sizes are looked at. Confined to one thread.
 */
final class GraphCheck {

    private static final int ARC = 4 * Integer.BYTES;
    private static final int CONSTANT_STATE = 5 * Integer.BYTES;
    private static final int VECTOR_STATE = Float.BYTES + Long.BYTES;
    private static final int ALIGNMENT = 16;
    private static final int ALIGNED_VERSION = 1;
    private static final int ADD_ON = 446_681_434;
    private static final int INTERVAL = 2 * Integer.BYTES;
    private static final int WORD_BITS = 64;
    private static final Set<String> AHEAD = Set.of("olabel_lookahead", "ilabel_lookahead");

    private final ModelFile file;
    private int highestInput;
    private int highestOutput;

    /**
     * What a graph tells about itself.
     *
     * @param highestInput the highest number on the side of sounds; 0 if it was not looked for
     * @param highestOutput the highest number on the side of words; 0 if it was not looked for
     * @param words the table of words that it brings along
     */
    record Graph(String type, int highestInput, int highestOutput, Optional<SymbolTable> words) {}

    private GraphCheck(ModelFile file) {
        this.file = file;
    }

    static Graph check(Path folder, String name) throws IOException {
        try (ModelFile file = ModelFile.open(folder, name)) {
            return new GraphCheck(file).check();
        }
    }

    private Graph check() throws IOException {
        GraphHeader header = GraphHeader.read(file);
        if (header.hasInputSymbols()) {
            SymbolTable.read(file);
        }
        Optional<SymbolTable> words =
                header.hasOutputSymbols() ? Optional.of(SymbolTable.read(file)) : Optional.empty();
        if (AHEAD.contains(header.type())) {
            ahead();
        } else {
            body(header);
        }
        if (!file.isAtEnd()) {
            throw file.wrongLength(file.left() + " bytes more than the graph has", "nothing behind it");
        }
        return new Graph(header.type(), highestInput, highestOutput, words);
    }

    private void body(GraphHeader header) throws IOException {
        switch (header.type()) {
            case "vector" -> vector(header);
            case "const" -> constant(header);
            case "ngram" -> ngram();
            default ->
                throw file.foreign("a graph of a form that is not known", "vector, const, ngram or olabel_lookahead");
        }
    }

    private void vector(GraphHeader header) throws IOException {
        long states = header.states();
        if (states < 0) {
            throw file.foreign("a graph that does not tell how many states it has", "their number");
        }
        file.need(states * VECTOR_STATE);
        for (long state = 0; state < states; state++) {
            file.readFloat();
            long arcs = file.readLong();
            if (arcs < 0 || arcs > file.left() / ARC) {
                throw file.wrongLength("a state with " + arcs + " arcs", "at most " + file.left() / ARC);
            }
            arcs(arcs, states);
        }
        checkStart(header);
    }

    private void constant(GraphHeader header) throws IOException {
        long states = header.states();
        long arcs = header.arcs();
        if (states < 0 || arcs < 0 || states > Integer.MAX_VALUE) {
            throw file.foreign("a graph that does not tell how large it is", "its states and arcs");
        }
        boolean aligned = header.aligned() || header.version() == ALIGNED_VERSION;
        align(aligned);
        file.need(states * CONSTANT_STATE);
        long next = 0;
        for (long state = 0; state < states; state++) {
            ByteBuffer bytes = file.piece(CONSTANT_STATE);
            bytes.getFloat();
            long first = bytes.getInt() & 0xFFFF_FFFFL;
            long count = bytes.getInt() & 0xFFFF_FFFFL;
            if (first != next) {
                throw file.foreign("a state whose arcs begin at " + first, String.valueOf(next));
            }
            next = first + count;
        }
        if (next != arcs) {
            throw file.foreign(next + " arcs of its states", arcs + " as its header tells");
        }
        align(aligned);
        file.need(arcs * ARC);
        arcs(arcs, states);
        checkStart(header);
    }

    private void align(boolean aligned) throws IOException {
        if (aligned && file.position() % ALIGNMENT != 0) {
            file.skip(ALIGNMENT - file.position() % ALIGNMENT);
        }
    }

    private void arcs(long count, long states) throws IOException {
        long left = count;
        while (left > 0) {
            int some = (int) Math.min(left, ModelFile.most(ARC));
            ByteBuffer arcs = file.piece(some * ARC);
            for (int i = 0; i < some; i++) {
                int input = arcs.getInt();
                int output = arcs.getInt();
                arcs.getFloat();
                int next = arcs.getInt();
                if (input < 0 || output < 0 || next < 0 || next >= states) {
                    throw file.foreign("an arc with numbers that cannot be", "none below 0, to one of its states");
                }
                highestInput = Math.max(highestInput, input);
                highestOutput = Math.max(highestOutput, output);
            }
            left -= some;
        }
    }

    private void checkStart(GraphHeader header) {
        if (header.start() < 0 || header.start() >= header.states()) {
            throw file.foreign("a graph that begins in state " + header.start(), "one of its states");
        }
    }

    /** A const graph within, and for each of its states the words that can be reached from there. */
    private void ahead() throws IOException {
        if (file.readInt() != ADD_ON) {
            throw file.foreign("nothing about what is ahead", "that which its type promises");
        }
        GraphHeader within = GraphHeader.read(file);
        if (!within.type().equals("const") || within.hasInputSymbols() || within.hasOutputSymbols()) {
            throw file.foreign("another graph within", "one of the form const without words");
        }
        constant(within);
        boolean told = flag();
        for (int side = 0; told && side < 2; side++) {
            if (flag()) {
                reachable(within.states());
            }
        }
    }

    private void reachable(long states) throws IOException {
        flag();
        if (flag()) {
            file.skip(count(INTERVAL) * INTERVAL);
        }
        file.readInt();
        long sets = count(Long.BYTES + Integer.BYTES);
        if (sets != states) {
            throw file.foreign(sets + " sets of what is ahead", states + ", one for each state");
        }
        for (long i = 0; i < sets; i++) {
            file.skip(count(INTERVAL) * INTERVAL);
            file.readInt();
        }
    }

    private boolean flag() throws IOException {
        int value = file.read();
        if (value > 1) {
            throw file.foreign("neither yes nor no near byte " + file.position(), "0 or 1");
        }
        return value == 1;
    }

    private long count(int itemSize) throws IOException {
        long count = file.readLong();
        if (count < 0 || count > file.left() / itemSize) {
            throw file.wrongLength("a list of " + count + " near byte " + file.position(), "one that is there");
        }
        return count;
    }

    /** As {@code NGramFst::Storage} counts. */
    private void ngram() throws IOException {
        long states = file.readLong();
        long futures = file.readLong();
        long ends = file.readLong();
        long most = file.left();
        if (states < 1 || futures < 0 || ends < 0 || states > most || futures > most || ends > most) {
            throw file.wrongLength("a graph of " + states + " states", "as many as there are bytes for");
        }
        long bytes = 3L * Long.BYTES;
        bytes += Long.BYTES * (words(2 * states + 1) + words(futures + states + 1) + words(states));
        bytes += Integer.BYTES * (states + 1 + futures);
        bytes = (bytes + Float.BYTES - 1) / Float.BYTES * Float.BYTES;
        bytes += Float.BYTES * (states + 1 + ends + futures + 1);
        file.skip(bytes - 3L * Long.BYTES);
    }

    private static long words(long bits) {
        return (bits + WORD_BITS - 1) / WORD_BITS;
    }
}

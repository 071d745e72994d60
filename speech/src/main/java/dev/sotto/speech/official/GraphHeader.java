package dev.sotto.speech.official;

import dev.sotto.speech.vosk.OpenFst;
import java.io.IOException;

/**
 * The beginning of a file of OpenFst, as {@code FstHeader} and {@code SymbolTable} of version 1.7 write it.
 *
 * @param type which form the graph has
 * @param version of that form
 * @param aligned whether its parts begin at multiples of 16 bytes
 * @param start the state to begin with
 * @param states how many, or less than 0 if the header does not tell
 * @param arcs how many, if the form has it told here
 * @param hasInputSymbols whether a table of its input's symbols follows
 * @param hasOutputSymbols whether a table of its output's symbols follows
 * @param length bytes of the header alone
 */
record GraphHeader(
        String type,
        int version,
        boolean aligned,
        long start,
        long states,
        long arcs,
        boolean hasInputSymbols,
        boolean hasOutputSymbols,
        long length) {

    private static final int INPUT_SYMBOLS = 1;
    private static final int OUTPUT_SYMBOLS = 2;
    private static final int ALIGNED = 4;

    static GraphHeader read(ModelFile file) throws IOException {
        long begin = file.position();
        if (file.left() < Integer.BYTES || file.readInt() != OpenFst.GRAPH) {
            throw file.foreign("it does not begin as OpenFst's files do", "a graph of OpenFst");
        }
        String type = file.countedText();
        String arcs = file.countedText();
        if (!arcs.equals("standard")) {
            throw file.foreign("a graph with arcs of another kind", "standard ones");
        }
        int version = file.readInt();
        int flags = file.readInt();
        file.readLong(); // What is known of the graph; libvosk may believe it, for nothing of it is about places in
        // memory.
        long start = file.readLong();
        long states = file.readLong();
        long count = file.readLong();
        return new GraphHeader(
                type,
                version,
                (flags & ALIGNED) != 0,
                start,
                states,
                count,
                (flags & INPUT_SYMBOLS) != 0,
                (flags & OUTPUT_SYMBOLS) != 0,
                file.position() - begin);
    }
}

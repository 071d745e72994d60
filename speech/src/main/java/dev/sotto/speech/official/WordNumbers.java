package dev.sotto.speech.official;

import dev.sotto.speech.vosk.OpenFst;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files of a model anew, with numbers in the place of words. Confined to one thread. */
final class WordNumbers {

    private static final int ALIGNMENT = 16;
    private static final String NAME = "words";

    private WordNumbers() {}

    /** Writes a list of words. */
    static void writeList(Path to, SymbolTable words) throws IOException {
        try (Writer lines = Files.newBufferedWriter(to, StandardCharsets.US_ASCII)) {
            for (int i = 0; i <= words.highest(); i++) {
                lines.write(word(i) + " " + i + "\n");
            }
        }
    }

    private static String word(int number) {
        return number == 0 ? "<eps>" : Integer.toString(number);
    }

    /** Writes a graph: its header, tables of numbers, and the rest as it was. */
    static void writeGraph(Path folder, String name, Path to, SymbolTable words) throws IOException {
        try (ModelFile file = ModelFile.open(folder, name);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), ModelFile.most(1))) {
            GraphHeader header = GraphHeader.read(file);
            copyHeader(folder, name, header, out);
            long written = header.length();
            for (boolean there : new boolean[] {header.hasInputSymbols(), header.hasOutputSymbols()}) {
                if (there) {
                    SymbolTable unused = SymbolTable.read(file);
                    assert unused != null;
                    // The rest may want to begin at a multiple of 16, as it did: the table's name makes that so.
                    written += table(out, words, written, file.position());
                }
            }
            file.copy(file.left(), out);
        }
    }

    private static void copyHeader(Path folder, String name, GraphHeader header, OutputStream out) throws IOException {
        try (ModelFile file = ModelFile.open(folder, name)) {
            file.copy(header.length(), out);
        }
    }

    /** Returns how many bytes the table has. */
    private static long table(OutputStream out, SymbolTable words, long written, long wanted) throws IOException {
        int count = words.highest() + 1;
        long length = Integer.BYTES + Integer.BYTES + NAME.length() + 2L * Long.BYTES;
        for (int i = 0; i < count; i++) {
            length += Integer.BYTES + word(i).length() + Long.BYTES;
        }
        int more = Math.floorMod(wanted - written - length, ALIGNMENT);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length + more)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(OpenFst.SYMBOLS);
        put(bytes, NAME + "-".repeat(more));
        bytes.putLong(count).putLong(count);
        for (int i = 0; i < count; i++) {
            put(bytes, word(i));
            bytes.putLong(i);
        }
        out.write(bytes.array());
        return bytes.capacity();
    }

    private static void put(ByteBuffer bytes, String text) {
        bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }
}

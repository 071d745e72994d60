package dev.sotto.speech.official;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads what Kaldi writes in binary: words with a space behind, and numbers with their size before. Confined to one thread. */
final class KaldiTokens {

    private static final int LONGEST = 64;
    private static final Set<String> VECTORS = Set.of("FV", "DV");

    private final ModelFile file;

    /** Begins with the mark of binary files. */
    KaldiTokens(ModelFile file) throws IOException {
        this.file = file;
        if (file.left() < 2 || file.read() != 0 || file.read() != 'B') {
            throw file.foreign("it does not begin with the mark of Kaldi's binary files", "the bytes 00 42");
        }
    }

    String word() throws IOException {
        StringBuilder word = new StringBuilder();
        for (int next = file.read(); next != ' '; next = file.read()) {
            if (word.length() >= LONGEST || next < ' ' || next > '~') {
                throw file.foreign("no word of Kaldi's near byte " + file.position(), "one of letters and signs");
            }
            word.append((char) next);
        }
        return word.toString();
    }

    void expect(String word) throws IOException {
        String found = word();
        if (!found.equals(word)) {
            throw file.foreign(found + " near byte " + file.position(), word);
        }
    }

    int number() throws IOException {
        int bytes = file.read();
        if (bytes != Integer.BYTES) {
            throw file.foreign("a number of " + bytes + " bytes near byte " + file.position(), "4");
        }
        return file.readInt();
    }

    /** Reads a number that counts something of a size, all of which is still to come. */
    int count(long itemSize) throws IOException {
        int count = number();
        if (count < 0) {
            throw file.foreign("a count below zero near byte " + file.position(), "none or more");
        }
        file.need(count * itemSize);
        return count;
    }

    /** Skips a list of whole numbers and returns how many there were. */
    int skipIntegers() throws IOException {
        int bytes = file.read();
        if (bytes != Integer.BYTES) {
            throw file.foreign("numbers of " + bytes + " bytes near byte " + file.position(), "4");
        }
        int count = file.readInt();
        file.need((long) count * Integer.BYTES);
        file.skip((long) count * Integer.BYTES);
        return count;
    }

    /** Skips a vector and returns how long it was. */
    int skipVector() throws IOException {
        String kind = word();
        if (!VECTORS.contains(kind)) {
            throw file.foreign(kind + " near byte " + file.position(), "a vector");
        }
        long size = kind.equals("FV") ? Float.BYTES : Double.BYTES;
        int count = count(size);
        file.skip(count * size);
        return count;
    }

    /** Returns the text up to an empty line. */
    String paragraph(int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] line = new byte[longest];
        int length = 0;
        while (true) {
            int next = file.read();
            if (next == '\n') {
                String read = new String(line, 0, length, StandardCharsets.UTF_8);
                if (read.isBlank() && !text.isEmpty()) {
                    return text.toString();
                }
                text.append(read).append('\n');
                length = 0;
            } else if (length == longest || text.length() > longest) {
                throw file.foreign("a network whose description does not end", "at most " + longest + " bytes");
            } else {
                line[length++] = (byte) next;
            }
        }
    }
}

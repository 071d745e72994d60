package dev.sotto.speech.official;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import dev.sotto.speech.vosk.OpenFst;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a model by their numbers. Immutable.
 *
 * @param words in the place of its number each; empty where there is none
 */
record SymbolTable(List<String> words) {

    /** Most words of a model: more than any language model that is in use has. */
    static final int MAX_WORDS = 5_000_000;

    private static final int LONGEST_LINE = 4_096;

    SymbolTable {
        words = List.copyOf(words);
    }

    int highest() {
        return words.size() - 1;
    }

    /** Reads a table in the middle of a graph's file. */
    static SymbolTable read(ModelFile file) throws IOException {
        if (file.readInt() != OpenFst.SYMBOLS) {
            throw file.foreign("no table of words where there should be one", "a table of OpenFst");
        }
        file.countedText();
        file.readLong();
        long count = file.readLong();
        if (count < 1 || count > MAX_WORDS) {
            throw file.foreign("a table of " + count + " words", "1 to " + MAX_WORDS);
        }
        file.need(count * (Integer.BYTES + Long.BYTES));
        Builder words = new Builder();
        for (long i = 0; i < count; i++) {
            String word = file.countedText();
            long number = file.readLong();
            if (!words.add(word, number)) {
                throw file.foreign("a word with the number " + number, "0 to " + MAX_WORDS);
            }
        }
        return words.table();
    }

    /** Reads a file with a word and its number on each line. */
    static SymbolTable read(Path folder, String name) throws IOException {
        Builder words = new Builder();
        int at = 0;
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(name), StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                at++;
                String[] parts = line.strip().split("[ \t]+", -1);
                if (parts.length != 2
                        || line.length() > LONGEST_LINE
                        || !parts[1].matches("[0-9]{1,9}")
                        || !words.add(parts[0], Long.parseLong(parts[1]))) {
                    throw foreign(name, "line " + at + " has no word and number");
                }
            }
        } catch (CharacterCodingException e) {
            throw foreign(name, "line " + at + " and what follows are not in UTF-8");
        }
        if (words.isEmpty()) {
            throw foreign(name, "it has no words");
        }
        return words.table();
    }

    private static ModelRefusedException foreign(String name, String found) {
        return new ModelRefusedException(
                Reason.FOREIGN_FILE, name, found, "a word and its number on each line", "get the model again");
    }

    private static final class Builder {

        private String[] words = new String[1 << 10];
        private int size;

        boolean add(String word, long number) {
            if (number < 0 || number > MAX_WORDS) {
                return false;
            }
            int at = (int) number;
            if (at >= words.length) {
                words = Arrays.copyOf(words, Math.max(2 * words.length, at + 1));
            }
            // Models that are in use have marks for the two ends of a sentence with one number.
            if (words[at] == null) {
                words[at] = word;
            }
            size = Math.max(size, at + 1);
            return true;
        }

        boolean isEmpty() {
            return size == 0;
        }

        SymbolTable table() {
            List<String> all = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                all.add(words[i] == null ? "" : words[i]);
            }
            return new SymbolTable(all);
        }
    }
}

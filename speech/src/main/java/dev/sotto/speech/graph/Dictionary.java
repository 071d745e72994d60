package dev.sotto.speech.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pronunciations of 134,000 English words, in the phones of the acoustic model. Immutable. */
public final class Dictionary {

    private static final String FILE = "/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";

    private final Map<String, List<String>> lines;

    private Dictionary(Map<String, List<String>> lines) {
        this.lines = lines;
    }

    /** Reads the dictionary from the class path. */
    public static Dictionary read() {
        Map<String, List<String>> lines = new HashMap<>(200_000);
        InputStream in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    String word = word(line, space);
                    List<String> others = lines.get(word);
                    String phones = line.substring(space + 1).trim();
                    lines.put(word, others == null ? List.of(phones) : and(others, phones));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Dictionary(lines);
    }

    /** Returns the pronunciations of a word in lower case; none if it is not there. */
    public List<List<String>> pronunciations(String word) {
        List<String> found = new ArrayList<>(lines.getOrDefault(word, List.of()));
        if (word.length() == 1 && !word.equals("a")) {
            found.clear();
        }
        if (word.length() == 1) {
            found.addAll(lines.getOrDefault(word + ".", List.of()));
        }
        return found.stream().map(phones -> List.of(phones.split(" +"))).toList();
    }

    /** A second pronunciation is marked by a number: {@code read(2)}. */
    private static String word(String line, int space) {
        int end = line.charAt(space - 1) == ')' ? line.lastIndexOf('(', space) : space;
        return line.substring(0, end <= 0 ? space : end);
    }

    private static List<String> and(List<String> some, String another) {
        List<String> all = new ArrayList<>(some);
        all.add(another);
        return List.copyOf(all);
    }
}

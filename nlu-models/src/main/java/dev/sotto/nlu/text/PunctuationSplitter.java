package dev.sotto.nlu.text;

import java.util.ArrayList;
import java.util.List;

/** Sentences by punctuation. */
final class PunctuationSplitter {

    private PunctuationSplitter() {}

    static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean ends =
                    isEnd(text.charAt(i)) && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
            if (ends || text.charAt(i) == '\n') {
                add(sentences, text.substring(from, i + 1));
                from = i + 1;
            }
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == '?' || c == '!' || c == '\u2026';
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }
}

package dev.sotto.speech.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A guess at how a word sounds that no dictionary has: the longest groups of letters first, as English mostly speaks them.
 * Words without a vowel are spelt out.
 */
final class Spelling {

    /** Groups of letters and their phones; a longer one stands before those it begins with. */
    private static final String[][] GROUPS = {
        {"tion", "SH AH N"},
        {"sion", "ZH AH N"},
        {"ough", "AO"},
        {"augh", "AO"},
        {"eigh", "EY"},
        {"tch", "CH"},
        {"sch", "SH"},
        {"igh", "AY"},
        {"eau", "OW"},
        {"dge", "JH"},
        {"que", "K"},
        {"ssh", "SH"},
        {"ch", "CH"},
        {"sh", "SH"},
        {"th", "TH"},
        {"ph", "F"},
        {"wh", "W"},
        {"ck", "K"},
        {"ng", "NG"},
        {"qu", "K W"},
        {"gh", "G"},
        {"kn", "N"},
        {"wr", "R"},
        {"ee", "IY"},
        {"ea", "IY"},
        {"oo", "UW"},
        {"ou", "AW"},
        {"ow", "OW"},
        {"oi", "OY"},
        {"oy", "OY"},
        {"ai", "EY"},
        {"ay", "EY"},
        {"au", "AO"},
        {"aw", "AO"},
        {"ei", "EY"},
        {"ey", "IY"},
        {"ie", "IY"},
        {"oa", "OW"},
        {"ue", "UW"},
        {"ui", "UW"},
        {"ar", "AA R"},
        {"er", "ER"},
        {"ir", "ER"},
        {"or", "AO R"},
        {"ur", "ER"},
        {"ce", "S EH"},
        {"ci", "S IH"},
        {"cy", "S IY"},
        {"bb", "B"},
        {"cc", "K"},
        {"dd", "D"},
        {"ff", "F"},
        {"gg", "G"},
        {"ll", "L"},
        {"mm", "M"},
        {"nn", "N"},
        {"pp", "P"},
        {"rr", "R"},
        {"ss", "S"},
        {"tt", "T"},
        {"zz", "Z"},
        {"a", "AE"},
        {"b", "B"},
        {"c", "K"},
        {"d", "D"},
        {"e", "EH"},
        {"f", "F"},
        {"g", "G"},
        {"h", "HH"},
        {"i", "IH"},
        {"j", "JH"},
        {"k", "K"},
        {"l", "L"},
        {"m", "M"},
        {"n", "N"},
        {"o", "AA"},
        {"p", "P"},
        {"q", "K"},
        {"r", "R"},
        {"s", "S"},
        {"t", "T"},
        {"u", "AH"},
        {"v", "V"},
        {"w", "W"},
        {"x", "K S"},
        {"y", "IY"},
        {"z", "Z"}
    };

    private Spelling() {}

    /** Returns whether a word can be spoken at all by its letters. */
    static boolean hasVowel(String word) {
        return word.chars().anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
    }

    /** Returns the phones of a word of the letters a to z. */
    static List<String> phones(String word) {
        String rest = word.length() > 3 && word.endsWith("e") && !word.endsWith("ee")
                ? word.substring(0, word.length() - 1)
                : word;
        List<String> phones = new ArrayList<>();
        while (!rest.isEmpty()) {
            String[] group = group(rest);
            phones.addAll(List.of(group[1].split(" ")));
            rest = rest.substring(group[0].length());
        }
        if (word.length() > 2 && word.endsWith("y")) {
            phones.set(phones.size() - 1, "IY");
        } else if (word.startsWith("y")) {
            phones.set(0, "Y");
        }
        return phones;
    }

    private static String[] group(String rest) {
        for (String[] group : GROUPS) {
            if (rest.startsWith(group[0])) {
                return group;
            }
        }
        throw new IllegalArgumentException("a word of other letters than a to z");
    }
}

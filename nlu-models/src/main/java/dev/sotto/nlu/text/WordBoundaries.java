package dev.sotto.nlu.text;

/** Where words end. */
final class WordBoundaries {

    private WordBoundaries() {}

    /** Returns the end of the word, number, symbol or run of white space that starts here. */
    static int endOfWord(String text, int from) {
        int first = text.codePointAt(from);
        int at = from + Character.charCount(first);
        if (isDigit(first) || (isSign(text, from) && at < text.length() && isDigit(text.charAt(at)))) {
            return endOfNumber(text, at);
        }
        if (isLetter(first)) {
            return endOfLetters(text, at);
        }
        return at;
    }

    static boolean isSpace(String text, int at) {
        int c = text.codePointAt(at);
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A hyphen or slash with a letter or digit on either side. */
    static boolean isJoiner(String text, int at) {
        char c = text.charAt(at);
        if (c != '-' && c != '/' && c != '_' && c != '\u2010' && c != '\u2011') {
            return false;
        }
        return at > 0
                && at + 1 < text.length()
                && isLetterOrDigit(text.codePointBefore(at))
                && isLetterOrDigit(text.codePointAt(at + 1));
    }

    static boolean hasLetterOrDigit(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (isLetterOrDigit(c)) {
                return true;
            }
            at += Character.charCount(c);
        }
        return false;
    }

    private static int endOfLetters(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean inside = Fold.isApostrophe(c) && next < text.length() && isLetter(text.codePointAt(next));
            if (!inside && !isLetter(c)) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Digits with points, commas and colons between digits. */
    private static int endOfNumber(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean separator = (c == '.' || c == ',' || c == ':')
                    && at + 1 < text.length()
                    && isDigit(text.charAt(at + 1))
                    && isDigit(text.charAt(at - 1));
            if (!separator && !isDigit(c)) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** A minus before a digit is a sign unless it joins two words, as in {@code 10-20} or {@code covid-19}. */
    private static boolean isSign(String text, int at) {
        char c = text.charAt(at);
        if (c != '-' && c != '\u2212' && c != '+') {
            return false;
        }
        int before = at == 0 ? ' ' : text.codePointBefore(at);
        return !isLetterOrDigit(before);
    }

    private static boolean isLetterOrDigit(int c) {
        return isLetter(c) || isDigit(c);
    }

    private static boolean isLetter(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isDigit(int c) {
        return Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }
}

package dev.sotto.bot.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the text of a condition apart. */
final class ConditionTokens {

    private static final String SIGNS = "()=!<>&|";
    private static final Pattern REQUEST = Pattern.compile("\\(\\(\\s*([A-Za-z0-9._:-]{1,100})\\s*\\)\\)");
    private static final List<String> TWO = List.of("==", "!=", "<=", ">=", "&&", "||");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ConditionTokens(String text) {
        this.text = text;
    }

    /** What a token is. */
    enum Kind {
        SLOT,
        ATTRIBUTE,
        REQUEST,
        CONSTANT,
        WORD,
        SIGN
    }

    /**
     * A piece of a condition.
     *
     * @param offset its first code unit
     * @param text its content, without the marks around it
     */
    record Token(Kind kind, int offset, String text) {

        /** Returns whether it can be an operator, a function or a bracket. */
        boolean isPlain() {
            return kind == Kind.WORD || kind == Kind.SIGN;
        }
    }

    static List<Token> of(String text) {
        ConditionTokens reading = new ConditionTokens(text);
        reading.readAll();
        return reading.tokens;
    }

    private void readAll() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next)) {
                at++;
            } else if (next == '{') {
                enclosed(Kind.SLOT, '}');
            } else if (next == '[') {
                enclosed(Kind.ATTRIBUTE, ']');
            } else if (request()) {
                at = text.indexOf("))", at) + 2;
            } else if (next == '"' || next == '\'') {
                constant(next);
            } else if (SIGNS.indexOf(next) >= 0) {
                int length = at + 1 < text.length() && TWO.contains(text.substring(at, at + 2)) ? 2 : 1;
                tokens.add(new Token(Kind.SIGN, at, text.substring(at, at + length)));
                at += length;
            } else {
                word();
            }
        }
    }

    private void enclosed(Kind kind, char closing) {
        int close = text.indexOf(closing, at);
        if (close < 0) {
            throw new MalformedConditionException(at, "\"" + text.charAt(at) + "\" that is not closed");
        }
        tokens.add(new Token(kind, at, text.substring(at + 1, close).strip()));
        at = close + 1;
    }

    /** Two brackets around one word are a request attribute; around anything else they are brackets. */
    private boolean request() {
        Matcher form = REQUEST.matcher(text).region(at, text.length());
        boolean found = form.lookingAt();
        if (found) {
            tokens.add(new Token(Kind.REQUEST, at, form.group(1)));
        }
        return found;
    }

    private void constant(char quote) {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
            content.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new MalformedConditionException(start, "a quote that is not closed");
        }
        at++;
        tokens.add(new Token(Kind.CONSTANT, start, content.toString()));
    }

    private void word() {
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && SIGNS.indexOf(text.charAt(at)) < 0
                && "{}[]\"'".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw new MalformedConditionException(at, "\"" + text.charAt(at) + "\" that closes nothing");
        }
        tokens.add(new Token(Kind.WORD, start, text.substring(start, at)));
    }
}

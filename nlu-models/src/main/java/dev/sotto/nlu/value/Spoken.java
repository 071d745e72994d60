package dev.sotto.nlu.value;

import dev.sotto.nlu.Moment;
import dev.sotto.nlu.text.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An utterance made ready for reading values out of it: its words, with number words that a language writes together
 * taken apart, so that each part is a token; and the numbers in it, each read once. Confined to one call; holds what was
 * said.
 */
public final class Spoken {

    private final Words words;
    private final Words tokens;
    private final int[] firstToken;
    private final int[] wordAt;
    private final Moment moment;
    private final NumberLexicon lexicon;
    private final NumberGrammar grammar;
    private final @Nullable NumberRead[] numbers;
    private final @Nullable NumberRead[] ordinals;
    private final boolean[] read;

    private Spoken(Words words, Words tokens, int[] firstToken, Moment moment, NumberLexicon lexicon) {
        this.words = words;
        this.tokens = tokens;
        this.firstToken = firstToken;
        this.moment = moment;
        this.lexicon = lexicon;
        grammar = new NumberGrammar(lexicon, tokens);
        wordAt = new int[tokens.size() + 1];
        Arrays.fill(wordAt, -1);
        for (int word = 0; word < firstToken.length; word++) {
            wordAt[firstToken[word]] = word;
        }
        numbers = new NumberRead[tokens.size()];
        ordinals = new NumberRead[tokens.size()];
        read = new boolean[tokens.size()];
    }

    /**
     * A number that some tokens stand for.
     *
     * @param value the number
     * @param decimals its other reading as a sum with two decimals: 4.50 for "four fifty"; null if it has none
     * @param end the token after the last
     */
    record NumberRead(BigDecimal value, @Nullable BigDecimal decimals, int end) {

        /** Returns the number if it is a whole one in a range, both ends included, else null. */
        @Nullable Integer within(int least, int most) {
            boolean fits = value.signum() >= 0 && value.precision() - value.scale() <= 6;
            if (!fits || value.stripTrailingZeros().scale() > 0) {
                return null;
            }
            int whole = value.intValue();
            return whole >= least && whole <= most ? whole : null;
        }
    }

    /** Makes an utterance ready. */
    public static Spoken of(Words words, Locale locale, Moment moment) {
        NumberLexicon lexicon = NumberLexicon.of(locale);
        int[] first = new int[words.size() + 1];
        StringBuilder text = new StringBuilder();
        int tokens = 0;
        boolean split = false;
        for (int word = 0; word < words.size(); word++) {
            first[word] = tokens;
            List<String> parts = lexicon.parts(words.get(word));
            tokens += Math.max(1, parts.size());
            split |= parts.size() > 1;
        }
        first[words.size()] = tokens;
        if (!split) {
            return new Spoken(words, words, first, moment, lexicon);
        }
        for (int word = 0; word < words.size(); word++) {
            List<String> parts = lexicon.parts(words.get(word));
            int gap = word == 0 ? 0 : words.end(word - 1);
            text.append(words.between(gap, words.start(word)));
            text.append(parts.size() > 1 ? String.join(" ", parts) : words.text(word, word + 1));
        }
        Words apart = Words.of(text.toString());
        return apart.size() == tokens
                ? new Spoken(words, apart, first, moment, lexicon)
                : new Spoken(words, words, identity(words.size()), moment, lexicon);
    }

    private static int[] identity(int size) {
        int[] same = new int[size + 1];
        Arrays.setAll(same, i -> i);
        return same;
    }

    /** Returns the words as they were said. */
    public Words words() {
        return words;
    }

    /** Returns when they were said. */
    public Moment moment() {
        return moment;
    }

    /** Returns the words with number words taken apart. */
    Words tokens() {
        return tokens;
    }

    /** Returns the first token of a word. */
    int token(int word) {
        return firstToken[word];
    }

    /** Returns the word that starts with a token, or the number of words at the end; -1 inside a word. */
    int word(int token) {
        return wordAt[token];
    }

    NumberLexicon lexicon() {
        return lexicon;
    }

    /** Returns the number that starts at a token, or null. */
    @Nullable NumberRead number(int at) {
        if (at >= tokens.size()) {
            return null;
        }
        readAt(at);
        return numbers[at];
    }

    /** Returns the ordinal number that starts at a token, or null. */
    @Nullable NumberRead ordinal(int at) {
        if (at >= tokens.size()) {
            return null;
        }
        readAt(at);
        return ordinals[at];
    }

    /** Returns the number below a hundred that starts at a token, in words or digits, however it goes on; or null. */
    @Nullable NumberRead small(int at) {
        return at < tokens.size() ? grammar.readSmall(at) : null;
    }

    /** Returns the written digits at a token as a number, whatever is written behind them; or null. */
    @Nullable NumberRead digits(int at) {
        BigDecimal value = lexicon.digits().value(tokens, at);
        return value == null ? null : new NumberRead(value, null, at + 1);
    }

    private void readAt(int at) {
        if (!read[at]) {
            read[at] = true;
            numbers[at] = grammar.read(at);
            ordinals[at] = grammar.readOrdinal(at);
        }
    }
}

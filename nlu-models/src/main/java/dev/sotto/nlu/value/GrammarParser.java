package dev.sotto.nlu.value;

import java.util.Optional;

/** Phrases of a grammar of the bot's own. */
public final class GrammarParser implements ValueParser {

    private final Grammar grammar;

    public GrammarParser(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public Optional<FoundValue> parse(Spoken spoken, int from, Occasion occasion) {
        int word = spoken.word(from);
        return word < 0
                ? Optional.empty()
                : parseWords(spoken, word, occasion)
                        .map(found ->
                                new FoundValue(from, spoken.token(found.to()), found.interpreted(), found.resolved()));
    }

    @Override
    public Optional<FoundValue> parseWords(Spoken spoken, int word, Occasion occasion) {
        return grammar.longest(spoken.words(), word)
                .filter(match -> match.end() > word && !match.value().isBlank())
                .map(match -> FoundValue.of(word, match.end(), match.value()));
    }
}

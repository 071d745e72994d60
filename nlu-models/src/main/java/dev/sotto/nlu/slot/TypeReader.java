package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.slot.Candidate.Support;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.nlu.value.CodePattern;
import dev.sotto.nlu.value.FoundValue;
import dev.sotto.nlu.value.Grammar;
import dev.sotto.nlu.value.GrammarParser;
import dev.sotto.nlu.value.PatternParser;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the words of an utterance that can be values of one slot type. Immutable and safe for any thread. */
final class TypeReader {

    private final @Nullable ValueParser parser;
    private final Gazetteer listed;
    private final boolean open;
    private final boolean bareCounts;
    private final Support volunteered;
    private final Set<String> known;

    private TypeReader(
            @Nullable ValueParser parser,
            Gazetteer listed,
            boolean open,
            boolean bareCounts,
            Support volunteered,
            Set<String> known) {
        this.parser = parser;
        this.listed = listed;
        this.open = open;
        this.bareCounts = bareCounts;
        this.volunteered = volunteered;
        this.known = known;
    }

    static TypeReader builtIn(SlotTypeName type, Locale locale, Stems stems) {
        ValueParser parser = BuiltInTypes.parser(type, locale).orElse(null);
        List<TrainingSet.Entry> names = BuiltInTypes.known(type, locale).stream()
                .map(name -> new TrainingSet.Entry(name, List.of()))
                .toList();
        Support support = BuiltInTypes.isUnmistakable(type) ? Support.CERTAIN : Support.PLAIN;
        boolean bareCounts = BuiltInTypes.countsBare(type);
        return new TypeReader(
                parser, new Gazetteer(names, stems), BuiltInTypes.isOpen(type), bareCounts, support, Set.of());
    }

    /** @param known words of the bot that are no misspelt values */
    static TypeReader ofOwn(TrainingSet.SlotType type, Locale locale, Set<String> known, Stems stems) {
        ValueParser codes = type.pattern()
                .<ValueParser>map(pattern -> new PatternParser(CodePattern.of(pattern), locale))
                .or(() -> type.grammar().map(grammar -> new GrammarParser(Grammar.of(grammar))))
                .orElse(null);
        return new TypeReader(codes, new Gazetteer(type.values(), stems), type.open(), false, Support.PLAIN, known);
    }

    /** Returns whether any words can be a value. */
    boolean isOpen() {
        return open;
    }

    /** Returns whether the words as a whole are a value of the list, or other words for one. */
    boolean lists(Words words) {
        return listed.find(words).stream().anyMatch(candidate -> candidate.length() == words.size());
    }

    /** Returns candidates in the order of the utterance; those of an open type are its listed values only. */
    List<Candidate> candidates(Spoken spoken, Occasion occasion) {
        List<Candidate> found = new ArrayList<>(listed.find(spoken.words()));
        if (parser == null) {
            if (!open && found.isEmpty()) {
                found.addAll(listed.findMisspelt(spoken.words(), known));
            }
            return found;
        }
        for (int at = 0; at < spoken.words().size(); ) {
            Optional<Candidate> candidate = parse(parser, spoken, at, occasion);
            candidate.ifPresent(found::add);
            at = candidate.map(Candidate::to).orElse(at + 1);
        }
        return found;
    }

    /** Returns the listed value of which some words are a part, if it is one only. */
    Optional<Candidate> part(Words words, int from, int to) {
        return listed.findPart(words, from, to);
    }

    private Optional<Candidate> parse(ValueParser reader, Spoken spoken, int at, Occasion occasion) {
        Optional<FoundValue> sure = reader.parseWords(spoken, at, Occasion.VOLUNTEERED);
        if (sure.isPresent()) {
            return sure.map(value -> candidate(value, volunteered));
        }
        if (occasion == Occasion.ASKED || bareCounts) {
            return reader.parseWords(spoken, at, Occasion.ASKED).map(value -> candidate(value, Support.BARE));
        }
        return Optional.empty();
    }

    private static Candidate candidate(FoundValue value, Support support) {
        return new Candidate(value.from(), value.to(), value.interpreted(), value.resolved(), support);
    }
}

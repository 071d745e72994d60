package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.slot.Candidate.Support;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of an intent's slots where a tagger that can be relied on has marked them. Confined to one call. */
final class TaggedValues {

    private final Words words;
    private final Spoken spoken;
    private final Map<SlotName, TypeReader> types;
    private final Set<SlotName> multiple;

    TaggedValues(Spoken spoken, Map<SlotName, TypeReader> types, Set<SlotName> multiple) {
        this.words = spoken.words();
        this.spoken = spoken;
        this.types = types;
        this.multiple = multiple;
    }

    /** Returns the marked values, in order; of a slot that is marked twice and takes one value, the first. */
    List<SlotMatch> read(List<SlotTagger.Tag> tags) {
        List<SlotMatch> matches = new ArrayList<>();
        Set<SlotName> filled = new HashSet<>();
        for (SlotTagger.Tag tag : tags) {
            TypeReader type = types.get(tag.slot());
            if (type != null && (!filled.contains(tag.slot()) || multiple.contains(tag.slot()))) {
                candidate(type, tag).ifPresent(candidate -> {
                    filled.add(tag.slot());
                    matches.add(Matches.of(words, tag.slot(), candidate));
                });
            }
        }
        return matches;
    }

    /** What is marked, resolved as the type resolves it; words that a closed type does not know are no value of it. */
    private Optional<Candidate> candidate(TypeReader type, SlotTagger.Tag tag) {
        Optional<Candidate> known = type.candidates(spoken, Occasion.ASKED).stream()
                .filter(candidate -> candidate.from() <= tag.from() && candidate.to() >= tag.to())
                .findFirst()
                .map(candidate -> new Candidate(
                        tag.from(), tag.to(), candidate.interpreted(), candidate.resolved(), candidate.support()));
        return known.isEmpty() && type.isOpen()
                ? Optional.of(new Candidate(tag.from(), tag.to(), List.of(), Support.OPEN))
                : known;
    }
}

package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.slot.Candidate.Support;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.Spoken;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deals out the candidates of one utterance to the slots of one intent: the best-supported first, each slot once
 * unless it takes several values, no words twice. Confined to one call.
 */
final class Reading {

    /** What less speaks for is left alone. */
    private static final double ENOUGH = 1.5;

    private static final double FOR_EACH_WORD = 0.3;

    /** For a tagger that is sure; half sure is not enough by itself. */
    private static final double TAGGED = 2.5;

    private final Words words;
    private final Carriers carriers;
    private final Map<SlotName, TypeReader> types;
    private final Set<SlotName> multiple;
    private final Map<SlotName, List<Candidate>> candidates = new LinkedHashMap<>();
    private final Surroundings around;
    private final Phrases phrases;
    private final List<SlotTagger.Tag> tags;

    Reading(
            Spoken spoken,
            Carriers carriers,
            Map<SlotName, TypeReader> types,
            Set<SlotName> multiple,
            Phrases phrases,
            List<SlotTagger.Tag> tags) {
        this.words = spoken.words();
        this.carriers = carriers;
        this.types = types;
        this.multiple = multiple;
        this.phrases = phrases;
        this.tags = tags;
        Map<TypeReader, List<Candidate>> byType = new LinkedHashMap<>();
        types.forEach((slot, type) ->
                candidates.put(slot, byType.computeIfAbsent(type, t -> t.candidates(spoken, Occasion.VOLUNTEERED))));
        around = new Surroundings(words, carriers, candidates);
    }

    List<SlotMatch> read() {
        List<Scored> scored = new ArrayList<>();
        candidates.forEach((slot, found) -> found.forEach(candidate -> score(slot, candidate, scored)));
        List<Candidate> typed = scored.stream()
                .filter(s -> s.score() >= ENOUGH)
                .map(Scored::candidate)
                .toList();
        OpenValues open = new OpenValues(words, carriers, phrases, around, typed);
        types.forEach((slot, type) -> {
            if (type.isOpen()) {
                scored.addAll(open.find(slot));
                tags.stream().filter(tag -> tag.slot().equals(slot)).forEach(tag -> scored.add(tagged(tag)));
            }
        });
        scored.sort(Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(s -> s.candidate().from())
                .thenComparing(s -> carriers.of(s.slot()).order())
                .thenComparing(Scored::slot));
        return deal(scored);
    }

    private List<SlotMatch> deal(List<Scored> ranked) {
        List<Scored> dealt = new ArrayList<>();
        Set<SlotName> filled = new HashSet<>();
        for (Scored next : ranked) {
            boolean free = dealt.stream().noneMatch(s -> s.candidate().overlaps(next.candidate()));
            if (next.score() >= ENOUGH && free && (filled.add(next.slot()) || multiple.contains(next.slot()))) {
                dealt.add(next);
            }
        }
        return dealt.stream()
                .sorted(Comparator.comparingInt(s -> s.candidate().from()))
                .map(s -> Matches.of(words, s.slot(), s.candidate()))
                .toList();
    }

    private void score(SlotName slot, Candidate candidate, List<Scored> scored) {
        double left = around.left(slot, candidate.from());
        double right = around.right(slot, candidate.to());
        boolean plain = candidate.support() == Support.PLAIN;
        boolean carried =
                tagging(slot, candidate) > 0 || around.isCarried(slot, candidate) || candidate.length() == words.size();
        if (plain && !carried && !carriers.of(slot).before().isEmpty()) {
            return;
        }
        double own = candidate.support().score() + FOR_EACH_WORD * candidate.length();
        scored.add(new Scored(slot, candidate, own + left + right + tagging(slot, candidate)));
    }

    /** What the tagger adds to a candidate that it marked as the same slot. */
    private double tagging(SlotName slot, Candidate candidate) {
        for (SlotTagger.Tag tag : tags) {
            if (tag.slot().equals(slot) && tag.from() == candidate.from() && tag.to() == candidate.to()) {
                return TAGGED * tag.probability();
            }
        }
        return 0;
    }

    private static Scored tagged(SlotTagger.Tag tag) {
        Candidate candidate = new Candidate(tag.from(), tag.to(), List.of(), Support.OPEN);
        return new Scored(tag.slot(), candidate, TAGGED * tag.probability());
    }
}

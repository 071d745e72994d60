package dev.sotto.nlu.slot;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.BuiltInTypes;
import dev.sotto.nlu.value.Spoken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the slot values of an intent out of an utterance. Built from a training set; immutable; safe for many threads at
 * once; keeps nothing of what it reads.
 */
public final class SlotReader {

    private record IntentSlots(Carriers carriers, Map<SlotName, TypeReader> types, Set<SlotName> multiple) {}

    private final Map<IntentName, IntentSlots> intents = new HashMap<>();
    private final Locale locale;
    private final Phrases phrases;
    private final SlotTagger tagger;

    /** @param tagger a second opinion on where values stand */
    public SlotReader(TrainingSet set, SlotTagger tagger) {
        this.tagger = tagger;
        locale = set.locale();
        phrases = new Phrases(set.locale());
        Map<IntentName, Carriers> carriers = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (TrainingSet.Intent intent : set.intents()) {
            Carriers ofIntent = new Carriers(intent);
            carriers.put(intent.name(), ofIntent);
            known.addAll(ofIntent.plainStems());
        }
        Stems stems = new Stems(set.locale());
        Map<SlotTypeName, TypeReader> types = new HashMap<>();
        for (TrainingSet.SlotType type : set.types()) {
            types.put(type.name(), TypeReader.ofOwn(type, locale, known, stems));
        }
        for (TrainingSet.Intent intent : set.intents()) {
            Map<SlotName, TypeReader> slots = new TreeMap<>();
            intent.slots()
                    .forEach((slot, type) ->
                            slots.put(slot, types.computeIfAbsent(type, name -> builtIn(name, stems))));
            intents.put(
                    intent.name(),
                    new IntentSlots(
                            carriers.getOrDefault(intent.name(), new Carriers(intent)), slots, intent.multiple()));
        }
    }

    /** Returns the values found for slots of an intent, in the order of the utterance, each slot once, unless it takes several values. */
    public List<SlotMatch> read(Words words, IntentName intent, Moment moment) {
        IntentSlots slots = intents.get(intent);
        if (slots == null || slots.types().isEmpty()) {
            return List.of();
        }
        Spoken spoken = Spoken.of(words, locale, moment);
        List<SlotTagger.Tag> tags = tagger.tag(words);
        return tagger.isAuthority()
                ? tagged(spoken, slots, tags)
                : new Reading(spoken, slots.carriers(), slots.types(), slots.multiple(), phrases, tags).read();
    }

    /** What is tagged, and values of closed types that the tagger missed. */
    private List<SlotMatch> tagged(Spoken spoken, IntentSlots slots, List<SlotTagger.Tag> tags) {
        List<SlotMatch> found = new TaggedValues(spoken, slots.types(), slots.multiple()).read(tags);
        Map<SlotName, TypeReader> missed = new TreeMap<>(slots.types());
        missed.values().removeIf(TypeReader::isOpen);
        found.forEach(match -> missed.remove(match.slot()));
        List<SlotMatch> matches = new ArrayList<>(found);
        for (SlotMatch match :
                new Reading(spoken, slots.carriers(), missed, slots.multiple(), phrases, List.of()).read()) {
            if (found.stream().noneMatch(m -> m.start() < match.end() && match.start() < m.end())) {
                matches.add(match);
            }
        }
        matches.sort(Comparator.comparingInt(SlotMatch::start));
        return List.copyOf(matches);
    }

    /** Returns the values that an answer to a question for one slot holds: one, unless the slot takes several. */
    public List<SlotMatch> readAsked(Words words, IntentName intent, SlotName slot, Moment moment) {
        IntentSlots slots = intents.get(intent);
        TypeReader type = slots == null ? null : slots.types().get(slot);
        if (slots == null || type == null) {
            return List.of();
        }
        Spoken spoken = Spoken.of(words, locale, moment);
        if (slots.multiple().contains(slot)) {
            return new AskedMultiple(spoken, slot, type, phrases).read();
        }
        if (type.isOpen()) {
            return new AskedOpen(spoken, slot, type, phrases)
                    .read(read(words, intent, moment)).stream().toList();
        }
        return new AskedTyped(spoken, slot, type, phrases).read().stream().toList();
    }

    /** Returns whether a value was taken as said, because nothing lists it. */
    public boolean isUnlisted(Words words, SlotMatch match, IntentName intent) {
        IntentSlots slots = intents.get(intent);
        TypeReader type = slots == null ? null : slots.types().get(match.slot());
        return type != null && type.isOpen() && !type.lists(words.within(match.start(), match.end()));
    }

    /** A type that is neither declared nor built in takes any words. */
    private TypeReader builtIn(SlotTypeName name, Stems stems) {
        return BuiltInTypes.names().contains(name)
                ? TypeReader.builtIn(name, locale, stems)
                : TypeReader.ofOwn(new TrainingSet.SlotType(name, List.of(), true), locale, Set.of(), stems);
    }
}

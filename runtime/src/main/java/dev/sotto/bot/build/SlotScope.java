package dev.sotto.bot.build;

import dev.sotto.nlu.SlotName;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The slots that a text may name.
 *
 * @param owner what they belong to, for messages: {@code the intent "pay-someone"}
 * @param names all of them, also those that are described wrongly
 * @param wholes slots of several parts, which can be said but are filled by their parts
 * @param secret those whose value is never repeated
 */
record SlotScope(String owner, Set<String> names, Set<String> wholes, Set<String> secret) {

    /** No slots: what is said outside any intent. */
    static final SlotScope NONE = new SlotScope("a text outside any intent", Set.of(), Set.of(), Set.of());

    SlotScope {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        wholes = Set.copyOf(wholes);
        secret = Set.copyOf(secret);
    }

    /** Returns the slot that is asked for first where this one is to be asked for: of several parts the first. */
    SlotName asked(SlotName slot) {
        return names.stream()
                .filter(name -> wholes.contains(slot.value()) && name.startsWith(slot + "."))
                .findFirst()
                .map(SlotName::new)
                .orElse(slot);
    }

    /** Notes a slot that does not exist. */
    boolean check(SlotName slot, Position at, Problems problems) {
        if (names.contains(slot.value())) {
            return true;
        }
        var sorted = names.stream().sorted().toList();
        problems.addName(at, "slot.unknown", "the slot \"" + slot + "\" in " + owner, slot.value(), sorted);
        return false;
    }

    /** Notes a slot that does not exist, or one that must not be repeated. */
    void checkShown(SlotName slot, Position at, Problems problems) {
        boolean known = wholes.contains(slot.value()) || check(slot, at, problems);
        if (known && secret.contains(slot.value())) {
            problems.add(at, "template.secret", "the secret slot \"" + slot + "\"", "no secret repeated to anybody");
        }
    }
}

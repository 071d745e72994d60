package dev.sotto.bot.build;

import dev.sotto.nlu.SlotName;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problems;
import java.util.Set;

/**
 * The slots that a text may name.
 *
 * @param owner what they belong to, for messages: {@code the intent "pay-someone"}
 * @param names all of them, also those that are described wrongly
 * @param secret those whose value is never repeated
 */
record SlotScope(String owner, Set<String> names, Set<String> secret) {

    /** No slots: what is said outside any intent. */
    static final SlotScope NONE = new SlotScope("a text outside any intent", Set.of(), Set.of());

    SlotScope {
        names = Set.copyOf(names);
        secret = Set.copyOf(secret);
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
        if (check(slot, at, problems) && secret.contains(slot.value())) {
            problems.add(at, "template.secret", "the secret slot \"" + slot + "\"", "no secret repeated to anybody");
        }
    }
}

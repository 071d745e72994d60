package dev.sotto.bot.build;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Next;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Place;
import dev.sotto.bot.Slot;
import java.util.ArrayList;
import java.util.List;

/** Finds what no conversation can come to. */
final class Reachability {

    private Reachability() {}

    /** Returns whether another intent leads to one, by a passage or, for all that is known, by a hook. */
    static boolean isLedTo(Intent intent, List<Intent> all) {
        return all.stream()
                .filter(other -> !other.name().equals(intent.name()))
                .anyMatch(other -> other.callsOut() || starts(other, intent));
    }

    /** Returns what of an intent can never be said or asked. */
    static List<String> unreachable(Intent intent) {
        List<String> found = new ArrayList<>();
        List<Place.Standing> all = Place.all(intent);
        for (Slot slot : intent.slots()) {
            boolean asked = slot.constraint() == Slot.Constraint.REQUIRED
                    || intent.callsOut()
                    || all.stream()
                            .anyMatch(standing -> standing.passage().next() instanceof Next.Ask ask
                                    && ask.slot().equals(slot.name()));
            if (slot.prompt().isPresent() && !asked) {
                found.add("the question for the slot \"" + slot.name() + "\", which nothing asks");
            }
        }
        for (Place.Standing standing : all) {
            List<Passage.Branch> branches = standing.passage().branches();
            boolean always = !branches.isEmpty()
                    && branches.get(branches.size() - 1).condition().isEmpty();
            if (always && !(standing.passage().next() instanceof Next.Onward)) {
                found.add("the \"then\" of " + standing.path() + ", behind branches of which one is always taken");
            }
        }
        boolean fails = intent.fulfilmentHook().isPresent()
                || intent.dialogHook().isPresent()
                || all.stream().anyMatch(standing -> standing.passage().next() instanceof Next.Call);
        if (!fails && intent.outcomes().timedOut().isPresent()) {
            found.add("the \"timed-out\" of an intent that calls nothing");
        }
        return found;
    }

    private static boolean starts(Intent from, Intent to) {
        return Place.all(from).stream()
                .anyMatch(standing -> standing.passage().next() instanceof Next.Start start
                        && start.intent().equals(to.name()));
    }
}

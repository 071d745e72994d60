package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.SlotValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which values of an utterance are for the intent under way: the one for the slot that was asked, and those of the
 * reading as this intent, unless another intent was understood instead. The asked slot's value wins over another
 * reading of the same words.
 */
final class Values {

    private Values() {}

    static List<SlotMatch> of(Draft draft, Intent current, Understanding understanding) {
        List<SlotMatch> expected = understanding.expected().stream()
                .filter(match -> draft.action.slotToElicit().equals(Optional.of(match.slot())))
                .toList();
        List<SlotMatch> values = new ArrayList<>();
        if (understanding.accepted() == 0 || isAccepted(current, understanding)) {
            reading(current, understanding).stream()
                    .flatMap(reading -> reading.slots().stream())
                    .filter(match -> expected.stream().noneMatch(asked -> overlap(asked, match)))
                    .forEach(values::add);
        }
        values.addAll(expected);
        return values;
    }

    /** Returns a value that was chosen, and said by nobody. */
    static LexSlot chosen(String value) {
        SlotValue chosen = new SlotValue(value);
        return new LexSlot(Optional.empty(), Optional.of(chosen), List.of(chosen));
    }

    private static boolean isAccepted(Intent current, Understanding understanding) {
        return understanding.interpretations().stream()
                .limit(understanding.accepted())
                .anyMatch(reading -> reading.intent().equals(current.name()));
    }

    private static Optional<Interpretation> reading(Intent current, Understanding understanding) {
        return understanding.interpretations().stream()
                .filter(reading -> reading.intent().equals(current.name()))
                .findFirst();
    }

    private static boolean overlap(SlotMatch one, SlotMatch other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}

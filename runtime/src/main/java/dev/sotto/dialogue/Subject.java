package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.SlotValue;
import java.util.Optional;

/**
 * Tells an answer from a change of subject. Free text is always an answer. With one intent under way and the best accepted reading another one, the
 * person has changed the subject if
 *
 * <ul>
 *   <li>the confidence is exactly 1: these are the words of a sample utterance of the other intent; or
 *   <li>a slot was asked, and the utterance holds no value for it; or
 *   <li>yes or no was asked, and the utterance says neither and holds no value for the intent under way; or
 *   <li>the utterance does hold an answer, but no yes, the reading is at least {@value #CLEAR} sure, and the answer is
 *       the lesser part of the utterance. A value that is taken as said, because no list has it, counts as the lesser part.
 * </ul>
 */
final class Subject {

    /** From this confidence on another intent outweighs words that could be an answer. */
    static final double CLEAR = 0.8;

    private static final double EXACT = 1.0;

    private Subject() {}

    static boolean changes(Draft draft, Intent current, Event.Understood event, Interpretation best) {
        if (best.intent().equals(current.name()) || takesAllWords(draft, current)) {
            return false;
        }
        if (best.confidence() == EXACT) {
            return true;
        }
        Understanding understanding = event.understanding();
        boolean clear = best.confidence() >= CLEAR;
        if (draft.isConfirming()) {
            return switch (understanding.answer()) {
                case YES -> false;
                case NO -> clear;
                case UNCLEAR ->
                    clear || Values.of(draft, current, understanding).isEmpty();
            };
        }
        Optional<SlotMatch> value = understanding.expected().stream()
                .filter(match -> draft.action.slotToElicit().equals(Optional.of(match.slot())))
                .findFirst();
        return value.isEmpty() || (clear && isLesserPart(draft, current, value.get(), event.heard()));
    }

    /** What is said to a question for free text is the answer, whatever it is. */
    private static boolean takesAllWords(Draft draft, Intent current) {
        return draft.action
                .slotToElicit()
                .flatMap(current::slot)
                .filter(Slot::takesFreeText)
                .isPresent();
    }

    /** Returns what is said to yes or no. A yes along with a clear wish for something else is none: better ask again. */
    static Answer answer(Intent current, Event.Understood event, Optional<Interpretation> best) {
        boolean elsewhere = best.filter(reading -> reading.confidence() >= CLEAR)
                .filter(reading -> !reading.intent().equals(current.name()))
                .isPresent();
        Answer answer = event.understanding().answer();
        return elsewhere && answer == Answer.YES ? Answer.UNCLEAR : answer;
    }

    private static boolean isLesserPart(Draft draft, Intent current, SlotMatch value, Optional<Heard> heard) {
        return isTakenAsSaid(draft, current, value)
                || heard.filter(words -> 2 * value.original().length()
                                < words.best().utterance().length())
                        .isPresent();
    }

    /** Returns whether a slot takes words that no list has. */
    static boolean isOpen(Draft draft, Slot slot) {
        return draft.bot.type(slot.type()).map(TrainingSet.SlotType::open).orElse(false);
    }

    private static boolean isTakenAsSaid(Draft draft, Intent current, SlotMatch value) {
        Optional<Slot> slot = current.slot(value.slot());
        Optional<TrainingSet.SlotType> own = slot.flatMap(asked -> draft.bot.type(asked.type()));
        return own.map(type -> type.open() && !lists(type, value))
                .or(() -> slot.map(Slot::takesAnyName))
                .orElse(false);
    }

    private static boolean lists(TrainingSet.SlotType type, SlotMatch value) {
        return type.values().stream().anyMatch(entry -> value.resolved().contains(new SlotValue(entry.value())));
    }
}

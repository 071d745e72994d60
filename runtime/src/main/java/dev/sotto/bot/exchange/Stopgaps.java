package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What a bot of ours has to say where one of Lex may be silent. */
final class Stopgaps {

    private static final String DONE = "Done.";

    private Stopgaps() {}

    /** Returns the prompt of a slot, with a question if it needs one and has none. */
    static Draft.Prompt prompt(Draft.Prompt own, Draft.Need need, String slot, Piece file, Account account) {
        if (need == Draft.Need.OPTIONAL || !own.ask().isEmpty()) {
            return own;
        }
        account.approximated(file, "a question, for it had none");
        return new Draft.Prompt(
                List.of(Saying.of(List.of("What is the " + Words.of(slot) + "?"))), OptionalInt.empty());
    }

    /** Returns the intent without questions that nothing leads to. */
    static Draft.Intent asked(Draft.Intent intent, Piece file, Account account) {
        if (intent.callsOut()) {
            return intent;
        }
        Set<String> asked = intent.asked();
        List<Draft.Slot> slots = new ArrayList<>();
        for (Draft.Slot slot : intent.slots()) {
            boolean unheard = slot.need() == Draft.Need.OPTIONAL
                    && !slot.prompt().ask().isEmpty()
                    && !asked.contains(slot.name());
            if (unheard) {
                account.approximated(
                        file, "the question for " + slot.name() + " is left out, for nothing asks for that slot");
            }
            slots.add(unheard ? slot.with(Draft.Prompt.NONE) : slot);
        }
        return intent.asking(slots);
    }

    /** Returns the intent with an answer, if nothing else tells what came of it. */
    static Draft.Intent answered(Draft.Intent intent, Piece file, Account account) {
        Draft.Outcomes outcomes = intent.outcomes();
        boolean silent = intent.fulfil().isEmpty()
                && Stream.of(intent.begin(), outcomes.answer(), outcomes.closing())
                        .allMatch(Draft.Passage.NONE::equals);
        if (!silent) {
            return intent;
        }
        account.approximated(file, "\"" + DONE + "\", for it says nothing when it is done");
        return intent.ending(new Draft.Outcomes(
                Draft.Passage.saying(List.of(Saying.of(List.of(DONE)))),
                outcomes.failed(),
                outcomes.timedOut(),
                outcomes.closing()));
    }
}

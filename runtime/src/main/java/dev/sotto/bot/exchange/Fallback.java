package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The intent of Lex for what was not understood. One that only says something becomes what our bot says then, one that
 * says nothing becomes nothing, and any other stays an intent. Confined to one locale of one import.
 */
final class Fallback {

    /** Lex never gives up; ours does after so many misunderstandings in a row, which is the most it can. */
    private static final int ATTEMPTS = 10;

    private final Optional<String> name;
    private Draft.Repair repair = Draft.Repair.USUAL;
    private boolean translated;

    /** @param name what the intent is called, if there is one */
    Fallback(Optional<String> name) {
        this.name = name;
    }

    /** Takes up the intent, and returns whether it stays one. */
    boolean take(Draft.Intent intent) {
        Draft.Outcomes outcomes = intent.outcomes();
        List<Draft.Passage> said = List.of(intent.begin(), outcomes.answer(), outcomes.closing());
        translated = intent.callsOut()
                || !said.stream()
                        .allMatch(passage ->
                                passage.isOnlySaid() && passage.say().stream().allMatch(Saying::isWords));
        if (translated) {
            repair = new Draft.Repair(OptionalInt.of(ATTEMPTS), List.of(), List.of());
        } else {
            List<List<String>> words = new ArrayList<>();
            said.forEach(passage -> passage.say().forEach(saying -> words.add(saying.wordings())));
            repair = new Draft.Repair(OptionalInt.empty(), Messages.joined(words), List.of());
        }
        return translated;
    }

    Draft.Repair repair() {
        return repair;
    }

    /** Returns the intents with what leads to the fallback leading to where it leads now. */
    List<Draft.Intent> led(List<Draft.Intent> intents) {
        if (translated || name.isEmpty()) {
            return intents;
        }
        Draft.Step start = new Draft.Start(name.get());
        return intents.stream()
                .map(intent -> intent.at(
                        passage -> UsualWay.leading(passage, step -> step.equals(start) ? Draft.Way.LISTEN : step)))
                .toList();
    }
}

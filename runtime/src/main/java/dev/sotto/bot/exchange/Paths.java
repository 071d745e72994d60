package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the order in which an intent of Lex V2 asks for its slots, and takes out of its passages the steps that lead
 * along it. Bots since August 2022 say each step; those before go by the priorities of the slots, as ours do.
 */
final class Paths {

    private final Draft.Intent intent;
    private final Piece file;
    private final Optional<String> fallback;
    private final Account account;

    /** @param fallback the name of the intent for what was not understood */
    Paths(Draft.Intent intent, Piece file, Optional<String> fallback, Account account) {
        this.intent = intent;
        this.file = file;
        this.fallback = fallback;
        this.account = account;
    }

    Draft.Intent simplified() {
        List<Draft.Slot> slots = inOrder();
        List<Draft.Slot> simple = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Draft.Slot slot = slots.get(i);
            simple.add(slot.with(
                    UsualWay.without(slot.captured(), leadsOn(slots, i + 1)),
                    UsualWay.without(slot.failed(), this::fallsBack)));
        }
        boolean mute = intent.fulfil().isEmpty() && intent.outcomes().answer().equals(Draft.Passage.NONE);
        Optional<Draft.Confirmation> confirmation = intent.confirmation()
                .map(asked -> new Draft.Confirmation(
                        asked.prompt(),
                        asked.eachTry(),
                        UsualWay.without(asked.confirmed(), step -> step == Draft.Way.FULFIL || (mute && isOver(step))),
                        over(asked.declined()),
                        UsualWay.without(asked.failed(), this::fallsBack)));
        Draft.Outcomes outcomes = intent.outcomes();
        Draft.Intent led = intent.asking(simple)
                .beginning(UsualWay.without(intent.begin(), leadsOn(slots, 0)))
                .ending(new Draft.Outcomes(
                        over(outcomes.answer()),
                        over(outcomes.failed()),
                        over(outcomes.timedOut()),
                        over(outcomes.closing())));
        Draft.Intent whole = led.confirming(confirmation);
        if (whole.steps().contains(Draft.Way.END)) {
            account.approximated(
                    file, "EndConversation ends the intent; the person may go on, as a session of Lex stays open");
        }
        return Stopgaps.asked(answering(failing(whole)), file, account);
    }

    /** What calls nothing does not fail. */
    private static Draft.Intent failing(Draft.Intent intent) {
        Draft.Outcomes outcomes = intent.outcomes();
        return intent.fulfil().isPresent() || intent.eachTurn().isPresent() || intent.invokes()
                ? intent
                : intent.ending(new Draft.Outcomes(
                        outcomes.answer(), Draft.Passage.NONE, Draft.Passage.NONE, outcomes.closing()));
    }

    /** What an intent that does nothing says at its end is its answer. */
    private static Draft.Intent answering(Draft.Intent intent) {
        Draft.Outcomes outcomes = intent.outcomes();
        boolean done = intent.fulfil().isPresent()
                || !outcomes.answer().equals(Draft.Passage.NONE)
                || intent.steps().stream().anyMatch(Paths::isOver);
        return done
                ? intent
                : intent.ending(new Draft.Outcomes(
                        outcomes.closing(), outcomes.failed(), outcomes.timedOut(), Draft.Passage.NONE));
    }

    private static Draft.Passage over(Draft.Passage passage) {
        return UsualWay.without(passage, Paths::isOver);
    }

    private static boolean isOver(Draft.Step step) {
        return step == Draft.Way.CLOSE || step == Draft.Way.END;
    }

    private boolean fallsBack(Draft.Step step) {
        return step instanceof Draft.Start start && fallback.equals(Optional.of(start.intent()));
    }

    /** Tells of a step whether it leads where the intent goes anyway: to the next slot that it needs, or on from them. */
    private Predicate<Draft.Step> leadsOn(List<Draft.Slot> slots, int from) {
        Optional<Draft.Slot> next = slots.stream()
                .skip(from)
                .filter(slot -> slot.need() == Draft.Need.REQUIRED)
                .findFirst();
        return step -> next.map(slot -> step.equals(new Draft.Ask(slot.name(), Draft.Manner.ALOUD)))
                .orElseGet(() -> step == Draft.Way.CONFIRM
                        || (step == Draft.Way.FULFIL && intent.confirmation().isEmpty()));
    }

    private List<Draft.Slot> inOrder() {
        List<Draft.Slot> byPriority = byPriority();
        List<Draft.Slot> path = new ArrayList<>();
        Draft.Step step = UsualWay.mainStep(intent.begin());
        Optional<Draft.Slot> next = step == Draft.Way.ONWARD
                ? byPriority.stream()
                        .filter(slot -> slot.need() == Draft.Need.REQUIRED)
                        .findFirst()
                : asked(step);
        while (next.isPresent() && !path.contains(next.get())) {
            path.add(next.get());
            step = UsualWay.mainStep(next.get().captured());
            next = asked(step);
        }
        Set<String> aside = step == Draft.Way.ONWARD ? Set.of() : askedElsewhere(byPriority);
        List<Draft.Slot> inPassing = byPriority.stream()
                .filter(slot -> !path.contains(slot) && aside.contains(slot.name()))
                .toList();
        Set<Draft.Slot> order = new LinkedHashSet<>(isAlong(path, byPriority, inPassing) ? List.of() : path);
        order.addAll(byPriority);
        return order.stream()
                .map(slot -> inPassing.contains(slot) ? slot.with(Draft.Need.OPTIONAL) : slot)
                .toList();
    }

    /** Returns the slots that steps ask for which do not lead along the priorities. */
    private Set<String> askedElsewhere(List<Draft.Slot> byPriority) {
        List<Draft.Slot> slots = new ArrayList<>();
        for (int i = 0; i < byPriority.size(); i++) {
            Draft.Slot slot = byPriority.get(i);
            slots.add(slot.with(UsualWay.without(slot.captured(), leadsOn(byPriority, i + 1)), slot.failed()));
        }
        return intent.asking(slots)
                .beginning(UsualWay.without(intent.begin(), leadsOn(byPriority, 0)))
                .asked();
    }

    /** Returns whether the priorities lead the same way. */
    private static boolean isAlong(List<Draft.Slot> path, List<Draft.Slot> byPriority, List<Draft.Slot> inPassing) {
        List<Draft.Slot> asked = byPriority.stream()
                .filter(slot ->
                        path.contains(slot) || (slot.need() == Draft.Need.REQUIRED && !inPassing.contains(slot)))
                .toList();
        return asked.subList(0, path.size()).equals(path);
    }

    private Optional<Draft.Slot> asked(Draft.Step step) {
        return intent.slots().stream()
                .filter(slot -> step instanceof Draft.Ask ask && ask.slot().equals(slot.name()))
                .findFirst();
    }

    private List<Draft.Slot> byPriority() {
        Map<String, Integer> priorities = new HashMap<>();
        file.list("slotPriorities").forEach(entry -> {
            OptionalInt priority = entry.number("priority");
            entry.text("slotName").ifPresent(slot -> priorities.put(slot, priority.orElse(Integer.MAX_VALUE)));
        });
        return intent.slots().stream()
                .sorted(Comparator.comparing(slot -> priorities.getOrDefault(slot.name(), Integer.MAX_VALUE)))
                .toList();
    }
}

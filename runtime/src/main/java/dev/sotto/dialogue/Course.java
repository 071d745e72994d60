package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Message;
import dev.sotto.bot.Next;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Place;
import dev.sotto.bot.Slot;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.InvocationSource;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexSlot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows the passages of an intent (Lex V2 developer guide, creating conversation paths): what is said, what is set,
 * which branch is taken, and where it leads.
 */
final class Course {

    /** More passages than this in one step lead round in a circle. */
    static final int MAX_FOLLOWED = 50;

    private Course() {}

    /** Whether a passage speaks: it does not where somebody else has. */
    private enum Voice {
        ALOUD,
        SILENT
    }

    /** Follows a passage of the intent under way. */
    static void follow(Draft draft, Place place, Passage passage, Words words) {
        follow(draft, place, place.path(), passage, Voice.ALOUD, words);
    }

    /** Follows a passage whose first words were said by somebody else. */
    static void followSilently(Draft draft, Place place, Passage passage, Words words) {
        follow(draft, place, place.path(), passage, Voice.SILENT, words);
    }

    private static void follow(Draft draft, Place place, String path, Passage passage, Voice voice, Words words) {
        if (++draft.followed > MAX_FOLLOWED) {
            draft.decided(Decision.CIRCLED);
            Flow.broken(draft);
            return;
        }
        if (voice == Voice.ALOUD) {
            passage.say().forEach(draft::say);
        }
        passage.set().forEach((name, value) -> draft.set(name, draft.render(value)));
        passage.fill()
                .forEach((slot, value) ->
                        draft.fill(slot, value.map(draft::render).flatMap(Course::value)));
        List<Passage.Branch> branches = passage.branches();
        for (int i = 0; i < branches.size(); i++) {
            Passage.Branch branch = branches.get(i);
            if (branch.condition()
                    .map(condition -> Conditions.holds(condition, draft, words))
                    .orElse(true)) {
                follow(draft, place, Place.branch(path, i), branch.passage(), Voice.ALOUD, words);
                return;
            }
        }
        go(draft, place, path, passage, words);
    }

    private static Optional<LexSlot> value(Rendered rendered) {
        return rendered.text().blank()
                ? Optional.empty()
                : Optional.of(Values.chosen(rendered.text().reveal()));
    }

    private static void go(Draft draft, Place place, String path, Passage passage, Words words) {
        Next next = passage.next();
        boolean branch = path.length() > place.path().length();
        if (branch || !passage.equals(Passage.NONE)) {
            draft.followed(path, Steps.lexName(next));
        }
        Intent definition = draft.definition().orElseThrow();
        if (next instanceof Next.Ask ask) {
            ask(draft, definition.slot(ask.slot()).orElseThrow(), ask.manner(), words);
        } else if (next instanceof Next.Confirm) {
            confirm(draft, definition, words);
        } else if (next instanceof Next.Fulfil) {
            Flow.fulfil(draft, definition, words);
        } else if (next instanceof Next.Close) {
            close(draft, place, path, definition, words);
        } else if (next instanceof Next.Listen) {
            draft.drop();
            draft.askLast(draft.bot.wording().again());
            Flow.finish(draft);
        } else if (next instanceof Next.Start start) {
            start(draft, draft.bot, start, words);
        } else if (next instanceof Next.End end) {
            Flow.end(draft, end.ending(), draft.bot.wording().again());
        } else if (next instanceof Next.Call call) {
            HookCalls.call(draft, call.hook(), InvocationSource.DIALOG_CODE_HOOK, Optional.of(call.id()), words);
        } else {
            onward(draft, place, definition, words);
        }
    }

    /** Asks for a slot, or goes on as if it had just been captured if it has a value. */
    private static void ask(Draft draft, Slot slot, Next.Manner manner, Words words) {
        draft.mark(IntentState.IN_PROGRESS);
        if (draft.isFilled(slot.name())) {
            Place captured = Place.of(Place.Point.CAPTURED, slot.name());
            draft.pass(captured);
            followSilently(draft, captured, slot.captured(), words);
        } else if (slot.prompt().isPresent()) {
            draft.next(new LexDialogAction(DialogActionType.ELICIT_SLOT, Optional.of(slot.name())), 0);
            List<Message> question = slot.prompt().get().ask();
            if (manner == Next.Manner.SILENTLY) {
                draft.askLast(question.get(question.size() - 1));
                Flow.finish(draft);
            } else {
                Flow.put(draft);
            }
        } else {
            Flow.perform(draft, words);
        }
    }

    private static void confirm(Draft draft, Intent definition, Words words) {
        draft.mark(IntentState.IN_PROGRESS);
        if (definition.confirmation().isEmpty()) {
            Flow.fulfil(draft, definition, words);
            return;
        }
        draft.mark(ConfirmationState.NONE);
        draft.next(LexDialogAction.of(DialogActionType.CONFIRM_INTENT), 0);
        Flow.put(draft);
    }

    private static void close(Draft draft, Place place, String path, Intent definition, Words words) {
        boolean wentWrong = isAfterFailedCall(place, path)
                || switch (place.point()) {
                    case SLOT_FAILED, CONFIRM_FAILED, DECLINED, FAILURE, TIMED_OUT -> true;
                    case BEGIN, CAPTURED, CONFIRMED, ANSWER, CLOSING -> false;
                };
        if (wentWrong) {
            Flow.close(draft, IntentState.FAILED, Flow.ON);
        } else {
            Flow.settle(draft, IntentState.FULFILLED);
            Place before = place.point() == Place.Point.CLOSING ? place : Place.of(Place.Point.ANSWER);
            onward(draft, before, definition, words);
        }
    }

    private static boolean isAfterFailedCall(Place place, String path) {
        String within = path.substring(place.path().length());
        return Stream.of(CallOutcome.FAILED, CallOutcome.TIMED_OUT)
                .anyMatch(outcome -> within.contains(Place.after("", outcome.key())));
    }

    private static void start(Draft draft, Bot bot, Next.Start start, Words words) {
        Intent wanted = bot.intent(start.intent()).orElseThrow();
        if (!draft.verdicts.allow(wanted.name())) {
            draft.drop();
            Flow.refuse(draft, wanted.name());
            return;
        }
        draft.decided(Decision.SWITCHED);
        draft.start(wanted, 1);
        draft.decided(Decision.STARTED);
        Flow.advance(draft, Optional.of(words));
    }

    /** Goes the usual way from a place. */
    private static void onward(Draft draft, Place place, Intent definition, Words words) {
        switch (place.point()) {
            case BEGIN -> Flow.advance(draft, Optional.of(words));
            case CAPTURED -> Flow.perform(draft, words);
            case CONFIRMED -> Flow.fulfil(draft, definition, words);
            case DECLINED, FAILURE, TIMED_OUT -> Flow.close(draft, IntentState.FAILED, Flow.ON);
            case SLOT_FAILED, CONFIRM_FAILED -> Repairing.failed(draft, words);
            case ANSWER ->
                follow(
                        draft,
                        Place.of(Place.Point.CLOSING),
                        definition.outcomes().closing(),
                        words);
            case CLOSING ->
                Flow.end(
                        draft, definition.outcomes().then(), draft.bot.wording().again());
        }
    }

    /** Goes on after a call in the middle of an intent. */
    static void afterCall(Draft draft, Intent definition, String id, CallOutcome outcome, Words words) {
        for (Place.Standing standing : Place.all(definition)) {
            if (standing.passage().next() instanceof Next.Call call && call.id().equals(id)) {
                Passage passage = switch (outcome) {
                    case SUCCEEDED -> call.succeeded();
                    case FAILED -> call.failed();
                    case TIMED_OUT -> call.timedOut();
                };
                follow(
                        draft,
                        standing.place(),
                        Place.after(standing.path(), outcome.key()),
                        passage,
                        Voice.ALOUD,
                        words);
                return;
            }
        }
        Flow.broken(draft);
    }
}

package dev.sotto.dialogue;

import dev.sotto.bot.Confirmation;
import dev.sotto.bot.Ending;
import dev.sotto.bot.Hook;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Message;
import dev.sotto.bot.Outcomes;
import dev.sotto.bot.Part;
import dev.sotto.bot.Passage;
import dev.sotto.bot.Place;
import dev.sotto.bot.Slot;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.InvocationSource;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexIntent;
import dev.sotto.nlu.IntentName;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Output;
import java.util.List;
import java.util.Optional;

/**
 * Where an intent goes next, in Lex's order: the slots by priority, the confirmation, the fulfilment, the end. Each way
 * through here ends in an output that waits for the person, in a hook, or in the end of the conversation.
 */
final class Flow {

    /** The conversation goes on. */
    static final Ending ON = new Ending.Continue();

    private Flow() {}

    /** Goes on with the intent under way, asking its hook first if this turn has not yet. */
    static void advance(Draft draft, Optional<Words> words) {
        Place begin = Place.of(Place.Point.BEGIN);
        if (!draft.passed.contains(begin)) {
            draft.pass(begin);
            Course.follow(draft, begin, draft.definition().orElseThrow().begin(), words.orElse(Words.NONE));
            return;
        }
        propose(draft);
        Optional<Hook> hook = draft.tried().or(() -> draft.definition().flatMap(Intent::dialogHook));
        if (hook.isPresent() && words.isPresent()) {
            HookCalls.call(draft, hook.get(), InvocationSource.DIALOG_CODE_HOOK, words.get());
        } else {
            perform(draft, words.orElse(Words.NONE));
        }
    }

    /** Goes on without asking the hook: it has answered. */
    static void perform(Draft draft, Words words) {
        Intent definition = draft.definition().orElseThrow();
        if (isDenied(draft)) {
            Place declined = Place.of(Place.Point.DECLINED);
            Passage passage =
                    definition.confirmation().map(Confirmation::declined).orElse(Passage.NONE);
            Course.follow(draft, declined, passage, words);
            return;
        }
        Optional<Slot> captured = definition.slots().stream()
                .filter(slot -> draft.isFilled(slot.name()) && !slot.captured().equals(Passage.NONE))
                .filter(slot -> !draft.passed.contains(Place.of(Place.Point.CAPTURED, slot.name())))
                .filter(slot -> isWhole(draft, definition, slot))
                .findFirst();
        if (captured.isPresent()) {
            Place place = Place.of(Place.Point.CAPTURED, captured.get().name());
            draft.pass(place);
            Course.follow(draft, place, captured.get().captured(), words);
            return;
        }
        propose(draft);
        if (Repairing.prompt(draft).isPresent()) {
            put(draft);
        } else {
            confirmed(draft, definition, words);
        }
    }

    /** Puts the question that is waited for, in the words of this attempt at it, and ends the turn. */
    static void put(Draft draft) {
        draft.ask(opening(draft)
                .orElseGet(() -> Repairing.prompt(draft).orElseThrow().attempt(draft.attempt)));
        finish(draft);
    }

    /** A slot of several parts is asked for as a whole while nothing of it is known. */
    private static Optional<List<Message>> opening(Draft draft) {
        Optional<Intent> definition = draft.definition();
        Optional<Part> part = draft.action
                .slotToElicit()
                .filter(asked -> draft.attempt == 0)
                .flatMap(asked -> definition.flatMap(known -> known.slot(asked)))
                .flatMap(Slot::part)
                .filter(any -> !any.opening().isEmpty());
        return part.filter(of -> definition.orElseThrow().parts(of.whole()).stream()
                        .noneMatch(other -> draft.isFilled(other.name())))
                .map(Part::opening);
    }

    /** What follows a slot of several parts follows when all that are needed have a value. */
    private static boolean isWhole(Draft draft, Intent definition, Slot slot) {
        return slot.part()
                .map(of -> definition.parts(of.whole()).stream()
                        .allMatch(other ->
                                other.constraint() == Slot.Constraint.OPTIONAL || draft.isFilled(other.name())))
                .orElse(true);
    }

    /** What follows the last question: what the bot does about a yes, and then the fulfilment. */
    private static void confirmed(Draft draft, Intent definition, Words words) {
        Place place = Place.of(Place.Point.CONFIRMED);
        if (definition.confirmation().isPresent() && !draft.passed.contains(place)) {
            draft.pass(place);
            Course.follow(draft, place, definition.confirmation().get().confirmed(), words);
        } else {
            fulfil(draft, definition, words);
        }
    }

    /** Sets the action to what comes next. A prompt that is to be put again keeps its number of attempts. */
    private static void propose(Draft draft) {
        if (isDenied(draft)) {
            return;
        }
        Intent definition = draft.definition().orElseThrow();
        Optional<Slot> asked = draft.action
                .slotToElicit()
                .flatMap(definition::slot)
                .filter(slot -> slot.prompt().isPresent() && !draft.isFilled(slot.name()));
        if (asked.isPresent()) {
            return;
        }
        Optional<Slot> missing = definition.slots().stream()
                .filter(slot -> slot.constraint() == Slot.Constraint.REQUIRED && !draft.isFilled(slot.name()))
                .findFirst();
        if (missing.isPresent()) {
            draft.next(
                    new LexDialogAction(
                            DialogActionType.ELICIT_SLOT,
                            Optional.of(missing.get().name())),
                    0);
        } else if (needsConfirmation(draft, definition)) {
            draft.next(LexDialogAction.of(DialogActionType.CONFIRM_INTENT), draft.isConfirming() ? draft.attempt : 0);
        } else {
            draft.next(LexDialogAction.of(DialogActionType.DELEGATE), 0);
        }
    }

    private static boolean isDenied(Draft draft) {
        return draft.active()
                .filter(active -> active.confirmationState() == ConfirmationState.DENIED)
                .isPresent();
    }

    private static boolean needsConfirmation(Draft draft, Intent definition) {
        return definition.confirmation().isPresent()
                && draft.active()
                        .filter(active -> active.confirmationState() == ConfirmationState.CONFIRMED)
                        .isEmpty();
    }

    /** Tells whether nothing is left to ask. */
    static boolean isComplete(Draft draft) {
        propose(draft);
        return !isDenied(draft) && draft.action.type() == DialogActionType.DELEGATE;
    }

    /** Does what was asked for. This is the second place where the verdict is looked at. */
    static void fulfil(Draft draft, Intent definition, Words words) {
        if (!draft.verdicts.allow(definition.name())) {
            refuse(draft, definition.name());
        } else if (definition.fulfilmentHook().isPresent()) {
            draft.next(LexDialogAction.of(DialogActionType.DELEGATE), 0);
            draft.mark(IntentState.FULFILLMENT_IN_PROGRESS);
            Hook hook = definition.fulfilmentHook().get();
            HookCalls.call(draft, hook, InvocationSource.FULFILLMENT_CODE_HOOK, words);
            TimePassing.watch(draft, definition.updates(), hook.timeout());
        } else {
            fulfilled(draft, definition);
        }
    }

    /** The intent is done, and the bot says so in its own words. */
    static void fulfilled(Draft draft, Intent definition) {
        settle(draft, IntentState.FULFILLED);
        Course.follow(draft, Place.of(Place.Point.ANSWER), definition.outcomes().answer(), Words.NONE);
    }

    /** The intent is done, and a hook has said so. */
    static void fulfilledInOtherWords(Draft draft, Intent definition) {
        settle(draft, IntentState.FULFILLED);
        Course.followSilently(
                draft, Place.of(Place.Point.ANSWER), definition.outcomes().answer(), Words.NONE);
    }

    /** The intent could not be done, and the bot says so in its own words. */
    static void failed(Draft draft) {
        failed(draft, Place.Point.FAILURE);
    }

    /** The intent could not be done in time, and the bot says so in its own words. */
    static void timedOut(Draft draft) {
        failed(draft, Place.Point.TIMED_OUT);
    }

    private static void failed(Draft draft, Place.Point point) {
        Optional<Outcomes> outcomes = draft.definition().map(Intent::outcomes);
        Optional<Passage> late = outcomes.flatMap(Outcomes::timedOut).filter(any -> point == Place.Point.TIMED_OUT);
        Optional<Passage> passage = late.or(() -> outcomes.flatMap(Outcomes::failure));
        if (passage.isPresent()) {
            settle(draft, IntentState.FAILED);
            Place.Point place = late.isPresent() ? Place.Point.TIMED_OUT : Place.Point.FAILURE;
            Course.follow(draft, Place.of(place), passage.get(), Words.NONE);
        } else {
            broken(draft);
        }
    }

    /** Something is wrong with the bot or its hook: the intent ends at once. */
    static void broken(Draft draft) {
        draft.say(draft.bot.wording().failed());
        close(draft, IntentState.FAILED, ON);
    }

    /** Ends the intent in this state, and does with the conversation what is to be done after it. */
    static void close(Draft draft, IntentState state, Ending ending) {
        settle(draft, state);
        end(draft, ending, draft.bot.wording().again());
    }

    /** Notes the state that the intent has ended in; what follows may still lead elsewhere. */
    static void settle(Draft draft, IntentState state) {
        boolean settled =
                draft.active().filter(active -> active.state() == state).isPresent();
        draft.mark(state);
        if (state == IntentState.FULFILLED && !settled) {
            draft.decided(Decision.FULFILLED);
            Intent definition = draft.definition().orElseThrow();
            draft.contexts = Contexts.afterFulfilment(definition, draft.active().orElseThrow(), draft.contexts);
        } else if (state == IntentState.FAILED && !settled && !isDenied(draft)) {
            draft.decided(Decision.FAILED);
        }
        draft.next(LexDialogAction.of(DialogActionType.CLOSE), 0);
    }

    /** Ends the turn as an ending says; if the conversation goes on, the bot says this to invite it. */
    static void end(Draft draft, Ending ending, Message invitation) {
        boolean fellBack = draft.definition()
                .filter(known -> known.role() == Intent.Role.FALLBACK)
                .isPresent();
        draft.misunderstandings = fellBack ? draft.misunderstandings : 0;
        if (ending instanceof Ending.Continue) {
            goOnOrListen(draft, invitation);
            return;
        }
        draft.tell();
        draft.next(LexDialogAction.of(DialogActionType.CLOSE), 0);
        Optional<IntentState> state = draft.active().map(LexIntent::state);
        if (ending instanceof Ending.Transfer transfer) {
            draft.decided(Decision.TRANSFERRED);
            draft.emit(new Output.Transfer(transfer.to()));
            draft.phase = Phase.TRANSFERRED;
        } else {
            draft.decided(Decision.ENDED);
            draft.emit(new Output.End(EndReason.COMPLETED));
            draft.end();
        }
        draft.emit(new Output.Done(DialogActionType.CLOSE, state));
    }

    /** Goes on with an intent that was laid aside, or invites the next wish. */
    private static void goOnOrListen(Draft draft, Message invitation) {
        draft.suspended = draft.suspended.stream()
                .filter(left -> draft.verdicts.allow(left.intent().name()))
                .toList();
        if (draft.suspended.isEmpty()) {
            draft.ask(invitation);
            finish(draft);
            return;
        }
        draft.tell();
        draft.say(draft.bot.wording().returning());
        draft.resume();
        draft.decided(Decision.RESUMED);
        perform(draft, Words.NONE);
    }

    /**
     * Refuses an intent in the same few words whatever the reason, and keeps no trace of it. Another intent that is
     * under way stays where it was.
     */
    static void refuse(Draft draft, IntentName refused) {
        draft.decided(Decision.REFUSED, Optional.of(refused));
        if (draft.active().filter(active -> active.name().equals(refused)).isPresent()) {
            draft.drop();
        }
        // A client may have said that a slot with a value is asked for: then it is asked for anew.
        draft.action.slotToElicit().filter(draft::isFilled).ifPresent(slot -> draft.fill(slot, Optional.empty()));
        draft.ask(draft.bot.wording().refused());
        done(draft);
    }

    /** Ends the turn, telling what was understood and what the bot waits for. */
    static void finish(Draft draft) {
        draft.tell();
        done(draft);
    }

    private static void done(Draft draft) {
        draft.emit(new Output.Done(draft.action.type(), draft.active().map(LexIntent::state)));
    }
}

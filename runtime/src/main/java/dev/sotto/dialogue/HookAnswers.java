package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Place;
import dev.sotto.bot.Slot;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.InvocationSource;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.LexIntent;
import dev.sotto.lex.LexSlot;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.HookAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is made of a hook's answer. What it leaves out stays as it was; what does not fit the bot fails the intent, and
 * nothing of that answer is taken over. It may lead to another intent, but only to one that the person may use.
 */
final class HookAnswers {

    private HookAnswers() {}

    static void take(Draft draft, Event.HookAnswered event) {
        Optional<PendingHook> pending = draft.hook.filter(waited -> waited.id().equals(event.hook()));
        Optional<Intent> active = draft.definition();
        draft.hook = pending.isPresent() ? Optional.empty() : draft.hook;
        draft.alarm = pending.isPresent() ? Optional.empty() : draft.alarm;
        if (pending.isEmpty() || active.isEmpty()) {
            draft.decided(Decision.HOOK_UNEXPECTED);
            return;
        }
        Intent current = active.get();
        draft.forgetDenied();
        if (!draft.verdicts.allow(current.name())) {
            Flow.refuse(draft, current.name());
        } else if (event.answer() instanceof HookAnswer.Failed failed) {
            draft.decided(failed.failure());
            failed(draft, current, pending.get(), failed.failure() == HookAnswer.Failure.TIMEOUT);
        } else if (event.answer() instanceof HookAnswer.Answered answered) {
            answered(draft, current, pending.get(), answered.response());
        }
    }

    private static void failed(Draft draft, Intent current, PendingHook pending, boolean late) {
        if (pending.call().isPresent()) {
            CallOutcome outcome = late ? CallOutcome.TIMED_OUT : CallOutcome.FAILED;
            Course.afterCall(draft, current, pending.call().get(), outcome, words(pending));
        } else if (late) {
            Flow.timedOut(draft);
        } else {
            Flow.failed(draft);
        }
    }

    private static Words words(PendingHook pending) {
        return new Words(pending.mode(), pending.transcriptions());
    }

    private static void answered(Draft draft, Intent current, PendingHook pending, LexHookResponse response) {
        Intent meant = current;
        if (response.intent().isPresent()) {
            Optional<Intent> named = draft.bot.intent(response.intent().get().name());
            if (named.isPresent() && !draft.verdicts.allow(named.get().name())) {
                draft.drop();
                Flow.refuse(draft, named.get().name());
                return;
            }
            meant = named.orElse(current);
        }
        Optional<Decision> misfit = HookFit.misfit(draft.bot, response);
        if (misfit.isPresent()) {
            draft.decided(misfit.get());
            failed(draft, current, pending, false);
            return;
        }
        boolean done = pending.purpose() == InvocationSource.FULFILLMENT_CODE_HOOK
                && meant.name().equals(current.name());
        List<HookMessage> before = HookMessage.of(draft, response.messages());
        takeOver(draft, meant, response);
        // Once more, for what the answer itself has put into a secret slot.
        List<HookMessage> said = before.stream().map(one -> one.guarded(draft)).toList();
        boolean goesOn = response.dialogAction().type() == DialogActionType.DELEGATE
                && meant.name().equals(current.name())
                && !readyToFulfil(response);
        if (pending.call().isPresent() && goesOn) {
            say(draft, said);
            boolean wrong = response.intent()
                    .flatMap(LexHookIntent::state)
                    .filter(IntentState.FAILED::equals)
                    .isPresent();
            CallOutcome outcome = wrong ? CallOutcome.FAILED : CallOutcome.SUCCEEDED;
            Course.afterCall(draft, meant, pending.call().get(), outcome, words(pending));
        } else {
            act(draft, meant, response, said, done, words(pending));
        }
    }

    /** Lex takes ReadyForFulfillment along with Delegate as the wish to fulfil at once. */
    private static boolean readyToFulfil(LexHookResponse response) {
        return response.intent()
                .flatMap(LexHookIntent::state)
                .filter(IntentState.READY_FOR_FULFILLMENT::equals)
                .isPresent();
    }

    private static void takeOver(Draft draft, Intent meant, LexHookResponse response) {
        response.sessionAttributes().ifPresent(values -> draft.attributes = attributes(draft.attributes, values));
        response.activeContexts().ifPresent(contexts -> draft.contexts = contexts);
        if (draft.active().map(LexIntent::name).filter(meant.name()::equals).isEmpty()) {
            draft.decided(Decision.SWITCHED);
            draft.start(meant, 1);
            draft.pass(Place.of(Place.Point.BEGIN));
            draft.decided(Decision.STARTED);
        }
        draft.mark(IntentState.IN_PROGRESS);
        response.intent().ifPresent(intent -> {
            intent.slots().forEach((slot, value) -> fill(draft, meant, slot, value));
            intent.confirmationState().ifPresent(draft::mark);
        });
    }

    private static void fill(Draft draft, Intent meant, SlotName slot, Optional<LexSlot> value) {
        List<Slot> parts = meant.parts(slot);
        parts.forEach(part -> draft.fill(part.name(), Optional.empty()));
        if (parts.isEmpty()) {
            draft.fill(slot, value);
        }
    }

    private static Map<String, Attribute> attributes(Map<String, Attribute> before, Map<String, SlotValue> values) {
        Map<String, Attribute> attributes = new HashMap<>();
        values.forEach((name, value) -> {
            Attribute known = before.get(name);
            DataClass floor = known == null ? DataClass.PERSONAL : known.dataClass();
            attributes.put(name, new Attribute(value, DataClass.PERSONAL.max(floor)));
        });
        return attributes;
    }

    /** Does what the answer says; {@code done} tells that it is the answer of this intent's fulfilment. */
    private static void act(
            Draft draft, Intent meant, LexHookResponse response, List<HookMessage> said, boolean done, Words words) {
        Optional<IntentState> state = response.intent().flatMap(LexHookIntent::state);
        switch (response.dialogAction().type()) {
            case ELICIT_INTENT -> {
                draft.drop();
                ask(draft, said);
            }
            case ELICIT_SLOT -> elicit(draft, meant, response.dialogAction(), said);
            case CONFIRM_INTENT -> {
                draft.next(LexDialogAction.of(DialogActionType.CONFIRM_INTENT), 0);
                ask(draft, said);
            }
            case CLOSE -> close(draft, meant, said, state.orElse(IntentState.FULFILLED));
            case DELEGATE, NONE -> {
                say(draft, said);
                delegate(draft, meant, state, done, words);
            }
        }
    }

    private static void elicit(Draft draft, Intent meant, LexDialogAction action, List<HookMessage> said) {
        SlotName asked = action.slotToElicit().orElseThrow();
        fill(draft, meant, asked, Optional.empty());
        SlotName slot = meant.parts(asked).stream().map(Slot::name).findFirst().orElse(asked);
        draft.next(new LexDialogAction(action.type(), Optional.of(slot)), 0);
        if (said.isEmpty()) {
            Flow.put(draft);
        } else {
            ask(draft, said);
        }
    }

    private static void close(Draft draft, Intent meant, List<HookMessage> said, IntentState state) {
        if (said.isEmpty() && state == IntentState.FULFILLED) {
            Flow.fulfilled(draft, meant);
        } else if (said.isEmpty() && state == IntentState.FAILED) {
            Flow.failed(draft);
        } else {
            say(draft, said);
            if (state == IntentState.FULFILLED) {
                Flow.fulfilledInOtherWords(draft, meant);
            } else {
                Flow.close(draft, state, Flow.ON);
            }
        }
    }

    private static void delegate(Draft draft, Intent meant, Optional<IntentState> state, boolean done, Words words) {
        if (state.filter(IntentState.FAILED::equals).isPresent()) {
            Flow.failed(draft);
        } else if (state.filter(IntentState.FULFILLED::equals).isPresent()) {
            Flow.fulfilled(draft, meant);
        } else if (state.filter(IntentState.READY_FOR_FULFILLMENT::equals).isPresent() && !done) {
            Flow.fulfil(draft, meant, words);
        } else if (done && Flow.isComplete(draft)) {
            Flow.fulfilled(draft, meant);
        } else {
            Flow.perform(draft, words);
        }
    }

    /** Says all; the last that can be said aloud is the question. */
    private static void ask(Draft draft, List<HookMessage> said) {
        int question = said.size() - 1;
        while (question > 0 && !said.get(question).isSpoken()) {
            question--;
        }
        say(draft, said.subList(0, question));
        draft.ask(said.get(question).words());
        say(draft, said.subList(question + 1, said.size()));
        Flow.finish(draft);
    }

    private static void say(Draft draft, List<HookMessage> said) {
        said.forEach(one -> draft.emit(one.output()));
    }
}

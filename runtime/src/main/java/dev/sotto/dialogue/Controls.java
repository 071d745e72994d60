package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Pause;
import dev.sotto.bot.Prompt;
import dev.sotto.bot.Slot;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Control;
import dev.sotto.nlu.Interpretation;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Output;
import java.util.List;
import java.util.Optional;

/**
 * What is made of wishes about the conversation itself. They are the same everywhere, unless the very words are a sample
 * utterance of an intent of the bot, or a value of the slot that was asked.
 */
final class Controls {

    private static final double EXACT = 1.0;

    private Controls() {}

    /** Returns what an utterance wishes of the conversation, if it is to be taken so. */
    static Optional<Control> wish(Draft draft, Event.Understood event, Optional<Interpretation> best) {
        boolean ownIntent =
                best.filter(reading -> reading.confidence() >= EXACT).isPresent();
        boolean answer = draft.isConfirming() && event.understanding().answer() != Answer.UNCLEAR;
        boolean value = draft.action
                .slotToElicit()
                .flatMap(name -> draft.definition().flatMap(known -> known.slot(name)))
                .filter(slot -> takesTheWords(draft, slot, event))
                .isPresent();
        return event.understanding().control().filter(any -> !ownIntent && !answer && !value);
    }

    private static boolean takesTheWords(Draft draft, Slot slot, Event.Understood event) {
        boolean expected = event.understanding().expected().stream()
                .anyMatch(match -> match.slot().equals(slot.name()));
        return expected && !Subject.isOpen(draft, slot);
    }

    static void take(Draft draft, Control wish, Words words) {
        draft.decided(Decision.CONTROLLED);
        switch (wish) {
            case HELP -> help(draft);
            case REPEAT -> repeat(draft);
            case CANCEL -> cancel(draft);
            case STOP -> stop(draft);
            case START_OVER -> startOver(draft, words);
            case PAUSE -> pause(draft);
            case RESUME -> resume(draft);
        }
    }

    private static void help(Draft draft) {
        draft.say(Repairing.prompt(draft)
                .flatMap(Prompt::help)
                .orElse(draft.bot.wording().help()));
        putAgain(draft);
    }

    /** Puts the question again that was waited for, as the same attempt. */
    private static void putAgain(Draft draft) {
        if (Repairing.prompt(draft).isPresent()) {
            Flow.put(draft);
        } else {
            draft.askLast(draft.bot.wording().again());
            Flow.finish(draft);
        }
    }

    private static void repeat(Draft draft) {
        List<Output> last = draft.saidBefore();
        boolean asks = last.stream().anyMatch(Output.Ask.class::isInstance);
        last.forEach(draft::emit);
        if (asks) {
            Flow.finish(draft);
        } else {
            putAgain(draft);
        }
    }

    private static void cancel(Draft draft) {
        draft.say(draft.bot.wording().cancelled());
        if (draft.active().isPresent()) {
            Flow.close(draft, IntentState.FAILED, Flow.ON);
        } else {
            putAgain(draft);
        }
    }

    private static void stop(Draft draft) {
        if (draft.active().isPresent()) {
            draft.suspended = List.of();
            cancel(draft);
            return;
        }
        draft.say(draft.bot.wording().goodbye());
        draft.decided(Decision.ENDED);
        draft.emit(new Output.End(EndReason.COMPLETED));
        draft.end();
        draft.emit(new Output.Done(DialogActionType.CLOSE, Optional.empty()));
    }

    private static void startOver(Draft draft, Words words) {
        Optional<Intent> current = draft.definition();
        if (current.isEmpty()) {
            draft.ask(draft.bot.wording().greeting());
            Flow.finish(draft);
            return;
        }
        draft.misunderstandings = 0;
        draft.start(current.get(), 1);
        draft.next(LexDialogAction.of(DialogActionType.DELEGATE), 0);
        Flow.advance(draft, Optional.of(words));
    }

    private static void pause(Draft draft) {
        Pause pause = Repairing.prompt(draft)
                .flatMap(Prompt::pause)
                .orElse(draft.bot.wording().pause());
        draft.mark(IntentState.WAITING);
        draft.ask(pause.waiting());
        pause.still().ifPresent(still -> draft.alarm(Alarm.Kind.STILL_WAITING, still.every(), still.until()));
        Flow.finish(draft);
    }

    private static void resume(Draft draft) {
        draft.say(Repairing.prompt(draft)
                .flatMap(Prompt::pause)
                .orElse(draft.bot.wording().pause())
                .resumed());
        putAgain(draft);
    }

    /** The person has had the bot wait for a while: a sign of life, or the question again when it was long enough. */
    static void stillWaiting(Draft draft, Alarm alarm) {
        Optional<Pause.Reminder> still = Repairing.prompt(draft)
                .flatMap(Prompt::pause)
                .orElse(draft.bot.wording().pause())
                .still();
        if (still.isEmpty() || alarm.due().compareTo(alarm.last()) >= 0) {
            draft.mark(IntentState.IN_PROGRESS);
            putAgain(draft);
            return;
        }
        draft.ask(still.get().text());
        draft.alarmUntil(Alarm.Kind.STILL_WAITING, still.get().every(), alarm.last());
        Flow.finish(draft);
    }
}

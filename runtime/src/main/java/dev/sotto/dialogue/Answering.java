package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.Limit;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Slot;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.InputMode;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Control;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Understanding;
import java.util.List;
import java.util.Optional;

/** What is made of an utterance: a new intent, values for the one under way, a yes or a no, or nothing. */
final class Answering {

    private Answering() {}

    static void take(Draft draft, Event.Understood event) {
        Words words = Words.of(event.mode(), event.heard());
        Optional<Interpretation> best = best(draft, event.understanding());
        Optional<Intent> current = draft.definition();
        Optional<Control> wish = Controls.wish(draft, event, best);
        rank(draft, event.understanding());
        draft.goOnFromWaiting();
        boolean deaf =
                event.mode() == InputMode.SPEECH && Repairing.listening(draft).inputs() == Listening.Inputs.KEYS;
        if (deaf) {
            draft.decided(Decision.MISUNDERSTOOD);
            Repairing.again(draft, Optional.of(words));
        } else if (wish.isPresent()) {
            Controls.take(draft, wish.get(), words);
        } else if (current.isEmpty()) {
            begin(draft, best, words);
        } else if (best.isPresent() && Subject.changes(draft, current.get(), event, best.get())) {
            layAside(draft, event.understanding());
            begin(draft, best, words);
        } else if (draft.isConfirming()) {
            confirm(draft, current.get(), event.understanding(), Subject.answer(current.get(), event, best), words);
        } else {
            answer(draft, current.get(), event.understanding(), words);
        }
    }

    /** Returns the likeliest reading as an intent that can be understood now: all the contexts it needs are active. */
    private static Optional<Interpretation> best(Draft draft, Understanding understanding) {
        return understanding.interpretations().stream()
                .limit(understanding.accepted())
                .filter(reading -> draft.bot
                        .intent(reading.intent())
                        .filter(known -> Contexts.admit(known, draft.contexts))
                        .isPresent())
                .findFirst();
    }

    /** Notes the readings that this person may know of; the active intent stays first, at least as sure as it was. */
    private static void rank(Draft draft, Understanding understanding) {
        Optional<Ranked> head = draft.active()
                .flatMap(active -> draft.ranking.stream()
                        .filter(ranked -> ranked.intent().equals(active.name()))
                        .findFirst());
        List<Ranked> ranked = understanding.interpretations().stream()
                .filter(reading -> draft.bot.intent(reading.intent()).isPresent())
                .filter(reading -> draft.verdicts.allow(reading.intent()))
                .map(Ranked::of)
                .toList();
        draft.ranking = ranked;
        head.ifPresent(active -> draft.ranking = draft.headed(ranked.stream()
                .filter(other -> other.intent().equals(active.intent()) && other.confidence() > active.confidence())
                .findFirst()
                .orElse(active)));
    }

    /** What the person leaves is gone on with later, unless they have just said no to it. */
    private static void layAside(Draft draft, Understanding understanding) {
        if (!draft.isConfirming() || understanding.answer() != Answer.NO) {
            draft.suspend();
        }
    }

    private static void begin(Draft draft, Optional<Interpretation> best, Words words) {
        if (best.isEmpty()) {
            draft.decided(Decision.MISUNDERSTOOD);
            Repairing.again(draft);
            return;
        }
        Intent wanted = draft.bot.intent(best.get().intent()).orElseThrow();
        if (!draft.verdicts.allow(wanted.name())) {
            Flow.refuse(draft, wanted.name());
            return;
        }
        if (draft.active().isPresent()) {
            draft.decided(Decision.SWITCHED);
        }
        draft.start(wanted, best.get().confidence());
        draft.decided(Decision.STARTED);
        goOn(draft, Filling.of(draft, wanted, best.get().slots()), words);
    }

    private static void answer(Draft draft, Intent current, Understanding understanding, Words words) {
        Filling filling = Filling.of(draft, current, Values.of(draft, current, understanding));
        if (filling.isNews()) {
            goOn(draft, filling, words);
        } else {
            draft.decided(Decision.MISUNDERSTOOD);
            Repairing.again(draft, Optional.of(words));
        }
    }

    private static void confirm(Draft draft, Intent current, Understanding understanding, Answer answer, Words words) {
        Filling filling = Filling.of(draft, current, Values.of(draft, current, understanding));
        if (filling.isNews()) {
            draft.next(LexDialogAction.of(DialogActionType.DELEGATE), 0);
            goOn(draft, filling, words);
        } else if (answer == Answer.UNCLEAR) {
            draft.decided(Decision.MISUNDERSTOOD);
            Repairing.again(draft, Optional.of(words));
        } else {
            answered(draft, answer == Answer.YES, words);
        }
    }

    /** Takes a yes or a no to what the intent under way wanted confirmed. */
    static void answered(Draft draft, boolean yes, Words words) {
        draft.misunderstandings = 0;
        draft.mark(yes ? ConfirmationState.CONFIRMED : ConfirmationState.DENIED);
        draft.decided(yes ? Decision.CONFIRMED : Decision.DECLINED);
        Flow.advance(draft, Optional.of(words));
    }

    /** Goes on with values that were given, after saying which of them is not accepted. */
    static void goOn(Draft draft, Filling filling, Words words) {
        draft.misunderstandings = 0;
        if (filling.corrected()) {
            draft.mark(ConfirmationState.NONE);
        }
        if (filling.refused().isEmpty()) {
            Flow.advance(draft, Optional.of(words));
            return;
        }
        Slot slot = filling.refused().get();
        draft.decided(Decision.OUT_OF_LIMIT);
        slot.limit().map(Limit::refusal).ifPresent(draft::say);
        boolean asked = draft.action.slotToElicit().equals(Optional.of(slot.name()));
        int attempt = asked ? draft.attempt + 1 : 0;
        if (slot.prompt().isEmpty()) {
            Flow.advance(draft, Optional.of(words));
        } else if (attempt > slot.prompt().get().maxRetries()) {
            Repairing.exhausted(draft, words);
        } else {
            draft.next(new LexDialogAction(DialogActionType.ELICIT_SLOT, Optional.of(slot.name())), attempt);
            Flow.advance(draft, Optional.of(words));
        }
    }
}

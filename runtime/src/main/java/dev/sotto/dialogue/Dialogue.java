package dev.sotto.dialogue;

import dev.sotto.bot.Bot;
import dev.sotto.lex.DialogActionType;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Output;
import java.util.Map;
import java.util.Optional;

/**
 * The conversation as a pure function: the same bot, state and event give the same step, on any thread, at any time. It
 * throws for no event. One that comes late, twice or at the wrong moment changes nothing but the revision and is told
 * as a {@link Decision}.
 */
public final class Dialogue {

    private Dialogue() {}

    /** Begins a conversation: the bot greets. */
    public static Step open(Bot bot) {
        return open(bot, Map.of());
    }

    /** Begins a conversation that has session attributes from the start. */
    public static Step open(Bot bot, Map<String, Attribute> attributes) {
        Draft draft = new Draft(bot, State.initial(attributes), Verdicts.NONE);
        draft.ask(bot.wording().greeting());
        Flow.finish(draft);
        return draft.step();
    }

    /** Takes the conversation one step on. */
    public static Step step(Bot bot, State state, Event event) {
        Draft draft = new Draft(bot, state, verdicts(event));
        if (event instanceof Event.HookAnswered answered) {
            HookAnswers.take(draft, answered);
        } else if (state.phase() == Phase.ENDED) {
            draft.decided(Decision.IGNORED);
        } else if (event instanceof Event.Left) {
            leave(draft);
        } else if (event instanceof Event.Tick tick) {
            TimePassing.take(draft, tick);
        } else if (event instanceof Event.Understood
                || event instanceof Event.Pressed
                || event instanceof Event.Silent) {
            turn(draft, event);
        }
        // What is left tells of playback, which is no concern of the conversation.
        return draft.step();
    }

    static void turn(Draft draft, Event event) {
        if (draft.hook.isPresent()) {
            draft.decided(Decision.IGNORED);
            return;
        }
        if (draft.phase == Phase.TRANSFERRED) {
            draft.turn++;
            draft.decided(Decision.IGNORED);
            draft.emit(new Output.Done(DialogActionType.CLOSE, Optional.empty()));
            return;
        }
        draft.beginTurn();
        draft.forgetDenied();
        boolean mayGoOn = draft.active()
                .map(active -> draft.verdicts.allow(active.name()))
                .orElse(true);
        if (!mayGoOn) {
            Flow.refuse(draft, draft.active().orElseThrow().name());
        } else if (event instanceof Event.Understood understood) {
            Answering.take(draft, understood);
        } else if (event instanceof Event.Pressed pressed) {
            Keys.take(draft, pressed);
        } else {
            draft.decided(Decision.SILENCE);
            Repairing.again(draft);
        }
    }

    private static void leave(Draft draft) {
        draft.hook.ifPresent(pending -> draft.effect(new Effect.AbandonHook(pending.id())));
        draft.decided(Decision.ENDED);
        draft.end();
        draft.emit(new Output.End(EndReason.LEFT));
    }

    private static Verdicts verdicts(Event event) {
        if (event instanceof Event.Understood understood) {
            return understood.verdicts();
        }
        if (event instanceof Event.Pressed pressed) {
            return pressed.verdicts();
        }
        if (event instanceof Event.Silent silent) {
            return silent.verdicts();
        }
        if (event instanceof Event.Tick tick) {
            return tick.verdicts();
        }
        return event instanceof Event.HookAnswered answered ? answered.verdicts() : Verdicts.NONE;
    }
}

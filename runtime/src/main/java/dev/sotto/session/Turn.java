package dev.sotto.session;

import dev.sotto.dialogue.State;
import dev.sotto.metrics.TurnOutcome;
import dev.sotto.nlu.IntentName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.HookId;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import dev.sotto.turn.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What is known of a turn while it lasts. Confined to the session's event loop. */
final class Turn {

    /** The number of the input that began it; 0 if it has none, because it was spoken or nobody said anything. */
    final long cause;

    /** When that input arrived, in nanoseconds. */
    final long arrived;

    /** The state before, to go back to if nothing irrevocable has happened. */
    final State before;

    final List<Envelope<Output>> outputs = new ArrayList<>(4);

    final @Nullable Input input;

    /** The hook that is waited for. */
    @Nullable HookId hook;

    /** When it was called. */
    long hookCalled;

    /** Whether any hook was called. */
    boolean hasCalled;

    TurnOutcome outcome = TurnOutcome.OTHER_INPUT;

    Optional<IntentName> intent = Optional.empty();

    Turn(long cause, @Nullable Input input, long arrived, State before) {
        this.cause = cause;
        this.input = input;
        this.arrived = arrived;
        this.before = before;
    }

    /** Returns whether what happened cannot be undone: the bot's opening, a word of its own, a goodbye, a call to a hook. */
    boolean isIrrevocable() {
        return isTheBotsOwn() || input instanceof Input.Left || hasCalled;
    }

    /** Returns whether nobody began it: the opening, or time that has passed. */
    private boolean isTheBotsOwn() {
        return input == null || (cause == 0 && input instanceof Input.Tick);
    }

    /** Returns what began it, if somebody did. */
    Optional<Envelope<Input>> envelope(SessionId session, long number) {
        if (input == null || isTheBotsOwn()) {
            return Optional.empty();
        }
        return Optional.of(new Envelope<>(
                session, cause, number, cause, OptionalLong.empty(), DataClass.PERSONAL, Optional.empty(), input));
    }
}

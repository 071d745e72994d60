package dev.sotto.dialogue;

import dev.sotto.nlu.IntentName;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookId;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.Optional;

/** Something that the dialogue wants done, in the order of the list it stands in. */
public sealed interface Effect {

    /**
     * Send an output to the person. The last one of a turn is {@link Output.Done}; a step that calls a hook has none,
     * for the turn goes on when the hook has answered.
     */
    record Emit(Output output) implements Effect {}

    /** Call a hook, and bring its answer as {@link Event.HookAnswered}. At most one at a time. */
    record CallHook(HookCall call) implements Effect {}

    /**
     * Bring an {@link Event.Tick} when this time has passed. Takes the place of what was asked for before; nothing is
     * asked for any more after a step without this effect.
     *
     * @param after at least a second
     */
    record Wake(Duration after) implements Effect {}

    /** Stop waiting for a hook; its answer would be ignored. */
    record AbandonHook(HookId hook) implements Effect {}

    /**
     * A passage of the bot was followed, for a trace and for what tests have covered.
     *
     * @param path where it stands in the intent: {@code slots/size/captured/when/1}
     * @param next where it led, by its kind in Lex's words
     */
    record Followed(IntentName intent, String path, String next) implements Effect {}

    /**
     * A fact for audit and metrics, free of what was said.
     *
     * @param intent what it is about, if it is about an intent
     * @param failure why a hook did not answer, if that is it
     */
    record Decided(Decision decision, Optional<IntentName> intent, Optional<HookAnswer.Failure> failure)
            implements Effect {}
}

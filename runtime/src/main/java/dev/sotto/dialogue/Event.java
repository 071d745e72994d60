package dev.sotto.dialogue;

import dev.sotto.lex.InputMode;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Understanding;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookId;
import dev.sotto.turn.Input;
import java.time.Duration;
import java.util.Optional;

/** Something that the dialogue reacts to: an input after understanding and access control have seen it. */
public sealed interface Event {

    /**
     * A person said or typed something. Begins a turn.
     *
     * @param mode how it came
     * @param heard the words, for a hook that may have them and for telling an answer from a change of subject
     * @param verdicts for each intent of the understanding and the active one
     */
    record Understood(InputMode mode, Optional<Heard> heard, Understanding understanding, Verdicts verdicts)
            implements Event {}

    /**
     * Keys were pressed. Begins a turn.
     *
     * @param verdicts for the active intent
     */
    record Pressed(SlotValue digits, Verdicts verdicts) implements Event {}

    /**
     * Nothing came although something was expected. Begins a turn.
     *
     * @param verdicts for the active intent
     */
    record Silent(Input.Silence kind, Verdicts verdicts) implements Event {}

    /** The person went away. Ends the conversation, whatever was under way. */
    record Left() implements Event {}

    /**
     * Time has passed.
     *
     * @param elapsed since the last tick or, for the first, since the opening; counted in whole seconds
     * @param verdicts for all of the bot's intents, for something may be due now
     */
    record Tick(Duration elapsed, Verdicts verdicts) implements Event {}

    /**
     * A hook answered, or failed to. Continues the turn that called it.
     *
     * @param verdicts for all of the bot's intents: the answer may name any
     */
    record HookAnswered(HookId hook, HookAnswer answer, Verdicts verdicts) implements Event {}
}

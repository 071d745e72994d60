package dev.sotto.turn;

import dev.sotto.bot.Listening;
import dev.sotto.lex.ConfirmationState;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.SlotValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Something that the bot does towards the person, whatever channel it goes to. */
public sealed interface Output {

    /** How far its content may travel. */
    default DataClass dataClass() {
        return DataClass.PUBLIC;
    }

    /** The bot says something. */
    record Say(Saying text, DataClass dataClass) implements Output {}

    /**
     * The bot says something and waits.
     *
     * @param expects what for
     * @param answerClass how far the answer may travel: the slot's class, or personal where no slot is asked for
     * @param attempt 0 for the first time this is asked
     * @param listening how the answer is waited for
     */
    record Ask(
            Saying text,
            DataClass dataClass,
            Expectation expects,
            DataClass answerClass,
            int attempt,
            Listening listening)
            implements Output {}

    /** A prepared recording is played. */
    record Play(String source) implements Output {}

    /** The conversation goes to a person or a queue; the bot is silent from here. */
    record Transfer(String to) implements Output {}

    /** The conversation is over. */
    record End(EndReason reason) implements Output {}

    /** The client is to tell when playback gets here. */
    record Mark(String name) implements Output {}

    /** Playback becomes quiet while somebody may be speaking over it. */
    record Duck() implements Output {}

    /** Playback goes on at its level. */
    record Resume() implements Output {}

    /** What is not yet played is dropped. */
    record Clear() implements Output {}

    /**
     * What was understood, for principals who may see it.
     *
     * @param slots the values so far; nothing for one that is still empty
     */
    record Understood(
            IntentName intent,
            double confidence,
            Map<SlotName, Optional<SlotValue>> slots,
            DataClass dataClass,
            IntentState state,
            ConfirmationState confirmation)
            implements Output {

        public Understood {
            slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
        }
    }

    /** The turn is over; the bot does this next. */
    record Done(DialogActionType action, Optional<IntentState> state) implements Output {}
}

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
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something that the bot does towards the person, whatever channel it goes to. */
public sealed interface Output {

    /** How far its content may travel. */
    default DataClass dataClass() {
        return DataClass.PUBLIC;
    }

    /**
     * The bot says something.
     *
     * @param ssml the same with marks for how it is spoken, if the bot says how
     */
    record Say(Saying text, DataClass dataClass, Optional<Saying> ssml) implements Output {

        /** Returns words without marks. */
        public Say(Saying text, DataClass dataClass) {
            this(text, dataClass, Optional.empty());
        }
    }

    /** Data for a client that knows what to do with it. */
    record Payload(Saying content, DataClass dataClass) implements Output {}

    /**
     * Something to look at and to choose from.
     *
     * @param image an https address on a host that the bot lists
     */
    record Card(
            Saying title,
            Optional<Saying> subtitle,
            Optional<URI> image,
            List<dev.sotto.bot.Card.Button> buttons,
            DataClass dataClass)
            implements Output {

        public Card {
            buttons = List.copyOf(buttons);
        }
    }

    /**
     * The bot says something and waits.
     *
     * @param expects what for
     * @param answerClass how far the answer may travel: the slot's class, or personal where no slot is asked for
     * @param attempt 0 for the first time this is asked
     * @param listening how the answer is waited for
     * @param ssml the question with marks for how it is spoken, if the bot says how
     */
    record Ask(
            Saying text,
            DataClass dataClass,
            Expectation expects,
            DataClass answerClass,
            int attempt,
            Listening listening,
            Optional<Saying> ssml)
            implements Output {}

    /** A prepared recording is played. */
    record Play(String source) implements Output {}

    /** The conversation goes to a person or a queue; the bot is silent from here. */
    record Transfer(String to) implements Output {}

    /** The conversation is over. */
    record End(EndReason reason) implements Output {}

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

package dev.sotto.turn;

import dev.sotto.nlu.Heard;
import dev.sotto.sensitive.SlotValue;

/** Something that happened in a conversation, from whatever channel it came. */
public sealed interface Input {

    /** A person typed something: a single hypothesis. */
    record Said(Heard heard) implements Input {}

    /** A person spoke, and this is what the recogniser makes of it. */
    record Spoken(Heard heard) implements Input {}

    /** A person spoke, and it was nothing that can be said to the bot. */
    record Unheard() implements Input {}

    /** Keys were pressed. */
    record Pressed(SlotValue digits) implements Input {}

    /** Nothing came although something was expected. */
    record Silent(Silence kind) implements Input {}

    /** The person went away. */
    record Left() implements Input {}

    /** Time has passed; the dialogue may have something to say about it. */
    record Tick() implements Input {}

    /** A hook answered, or failed to. */
    record HookAnswered(HookId hook, HookAnswer answer) implements Input {}

    /** Kinds of silence. */
    enum Silence {
        /** Nobody began to speak in time. */
        NO_SPEECH,
        /** No key was pressed in time. */
        NO_KEY,
        /** Nothing was typed in time. */
        NO_TEXT
    }
}

package dev.sotto.turn;

import dev.sotto.nlu.Heard;
import dev.sotto.sensitive.SlotValue;
import java.time.Duration;

/** Something that happened in a conversation, from whatever channel it came. */
public sealed interface Input {

    /** A person said or typed something; typed text is a single hypothesis. */
    record Said(Heard heard) implements Input {}

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

    /** Playback reached a mark. */
    record Played(String mark) implements Input {}

    /** The person spoke over the playback, this far into it. */
    record Interrupted(Duration at) implements Input {}

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

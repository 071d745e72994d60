package dev.sotto.voice;

import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.turntaking.Move;
import java.util.Optional;

/** What a client is told of a line, besides the audio itself. */
public sealed interface LineEvent {

    /** The words so far; a later one takes its place. */
    record Partial(Utterance text) implements LineEvent {}

    /**
     * A turn of the person's is over.
     *
     * @param text what was heard; nothing if it was none of what can be said to the bot
     * @param begin when the voice began, in milliseconds of the person's audio
     * @param end when it ended
     * @param reason why the turn is over
     */
    record Heard(Optional<Utterance> text, long begin, long end, Move.Reason reason) implements LineEvent {}

    /** Audio of the bot's voice follows, up to its mark. */
    record Speaks() implements LineEvent {}

    /** All of what is said in this turn was sent: the client tells when it has played it. */
    record Mark(String name) implements LineEvent {}

    /** The bot's voice is to be softer while somebody may be speaking over it. */
    record Duck(Move.Reason reason) implements LineEvent {}

    /** It has its usual level again. */
    record Unduck(Move.Reason reason) implements LineEvent {}

    /** What was sent and not yet played is to be dropped. */
    record Clear(Move.Reason reason) implements LineEvent {}
}

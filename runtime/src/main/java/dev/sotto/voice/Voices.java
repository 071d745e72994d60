package dev.sotto.voice;

import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Admission;
import dev.sotto.speech.AudioFormat;
import java.util.Optional;

/** The voices and ears of this machine. Safe for any thread; nothing here waits. */
public interface Voices {

    /** None: people write here. */
    Voices NONE = new Voices() {
        @Override
        public Optional<Refusal> whyNot(Admission admission) {
            return Optional.of(Refusal.of(RefusalCode.VOICE_UNAVAILABLE));
        }

        @Override
        public Seat seat(Admission admission, AudioFormat speak) {
            throw new RefusedException(RefusalCode.VOICE_UNAVAILABLE);
        }
    };

    /** Returns why the bot of a session cannot be spoken to here; nothing if it can. */
    Optional<Refusal> whyNot(Admission admission);

    /**
     * Takes a seat for one line.
     *
     * @param speak how the bot's voice is wanted
     * @throws RefusedException with {@code busy.speech} if this machine carries no further line, or with
     *     {@code voice.unavailable}
     */
    Seat seat(Admission admission, AudioFormat speak);

    /** A line's place among those that this machine carries. */
    interface Seat extends AutoCloseable {

        /** Returns what the line is made of. */
        LineParts parts();

        /** Gives the place back. Harmless if that was done. */
        @Override
        void close();
    }
}

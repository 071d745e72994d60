package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerFailedException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Listens to one stream, turn by turn, and tells numbers of words. Blocking; confined to one thread at a time. */
public interface Listening extends AutoCloseable {

    /** Loads what the first turn would have to wait for. */
    void prepare();

    /**
     * Listens to the next stretch.
     *
     * @param frame still the caller's afterwards
     * @throws RecognizerFailedException if the turn has become too long; nothing of the frame is kept
     */
    void accept(AudioFrame frame);

    /** Returns what was heard so far, if there is something new to tell. */
    Optional<Heard> partial();

    /** Returns the number of the first sample that the turn needs: nobody spoke before. -1 if it has none yet. */
    long needsFrom();

    /**
     * Works out ahead what {@link #finish} tells if nothing more is heard until then.
     *
     * @param inVain whether more was heard in the meantime; asked now and then, and gives up if so
     */
    void prepareFinish(BooleanSupplier inVain);

    /** Tells what was said since the last time. */
    Heard finish();

    /** Forgets what it heard. Harmless if that was done; no other call may follow. */
    @Override
    void close();
}

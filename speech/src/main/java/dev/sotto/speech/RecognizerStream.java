package dev.sotto.speech;

import java.util.List;

/** One stream of audio being listened to. Blocking; confined to one thread at a time. */
public interface RecognizerStream extends AutoCloseable {

    /**
     * Listens to the next stretch.
     *
     * @param frame in the stream's format, starting where the one before ended; still the caller's afterwards
     * @return what there is to tell now; often nothing
     */
    List<SpeechEvent> accept(AudioFrame frame);

    /**
     * The turn may be over: an engine may work ahead on what {@link #finish} tells if no more audio comes until then. Does
     * not wait for that, and changes nothing that is told.
     */
    default void prepareFinish() {}

    /** Tells what was said up to here, as the last event a final one or a rejection. More audio may follow. */
    List<SpeechEvent> finish();

    /** Ends the stream and forgets what it heard. Harmless if that was done; no other call may follow. */
    @Override
    void close();
}

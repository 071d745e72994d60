package dev.sotto.speech.activity;

/** How likely it is, frame by frame, that somebody speaks on one line. Blocking; confined to one thread at a time. */
public interface DetectorStream extends AutoCloseable {

    /** Milliseconds of a frame. */
    int FRAME = 32;

    /**
     * Takes audio.
     *
     * @param samples in units of 16-bit audio; still the caller's afterwards
     * @return for each frame that became whole, the probability of a voice in it, 0 to 1; often none
     */
    double[] accept(double[] samples);

    /** Ends the stream and forgets what it heard. Harmless if that was done. */
    @Override
    void close();
}

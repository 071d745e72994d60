package dev.sotto.speech.activity;

/** Tells voices from everything else. Safe for many threads. */
public interface VoiceDetector {

    /**
     * Begins to listen to a line.
     *
     * @param rate samples a second, 8,000 or 16,000
     */
    DetectorStream listen(int rate);
}

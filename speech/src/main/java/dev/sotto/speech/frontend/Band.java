package dev.sotto.speech.frontend;

import dev.sotto.speech.spectrum.Cepstrum;

/** How wide the audio is, and where its noise asks for another way of hearing (measured on kitchen noise and crowds). */
public enum Band {
    /** As a microphone gives it. */
    WIDE(-3.2),
    /** As a telephone gives it, whatever its rate has become. */
    TELEPHONE(-4.5);

    /** Pauses whose level swings more than this from frame to frame are others' talk. */
    private static final double CROWD = 0.85;

    private static final int TELEPHONE_RATE = 8_000;

    private final double clearest;

    Band(double clearest) {
        this.clearest = clearest;
    }

    /** Returns how wide audio of a rate is. */
    public static Band of(int sampleRate) {
        return sampleRate == TELEPHONE_RATE ? TELEPHONE : WIDE;
    }

    /** Returns what its features are taken from. */
    public Cepstrum cepstrum() {
        return this == WIDE ? Cepstrum.WIDE : Cepstrum.TELEPHONE;
    }

    /** Chooses the way of hearing. */
    Hearing choose(double noise, double swing) {
        if (swing > CROWD) {
            return Hearing.CLEAR_WITHOUT_PAUSES;
        }
        return noise <= clearest ? Hearing.CLEAR : Hearing.NOISY;
    }
}

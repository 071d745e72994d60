package dev.sotto.speech.frontend;

import dev.sotto.speech.spectrum.Cepstrum;

/**
 * How wide the audio is, where its noise asks for another way of hearing, and how soon the mean of its speech is believed
 * (measured on kitchen noise and crowds).
 */
public enum Band {
    /** As a microphone gives it. */
    WIDE(-3.2, 200),
    /** As a telephone gives it, whatever its rate has become. Its channel is never the one that the model was made with. */
    TELEPHONE(-4.5, 0);

    /** Pauses whose level swings more than this from frame to frame are others' talk. */
    private static final double CROWD = 0.85;

    private static final int TELEPHONE_RATE = 8_000;

    private final double clearest;
    private final int prior;

    Band(double clearest, int prior) {
        this.clearest = clearest;
        this.prior = prior;
    }

    /** Returns how wide audio of a rate is. */
    public static Band of(int sampleRate) {
        return sampleRate == TELEPHONE_RATE ? TELEPHONE : WIDE;
    }

    /** Returns what its features are taken from. */
    public Cepstrum cepstrum() {
        return this == WIDE ? Cepstrum.WIDE : Cepstrum.TELEPHONE;
    }

    /**
     * Returns the cepstra that speech is to be given. Its level is always the model's. Of its colour the more is taken for the
     * channel's the more speech there was: what little speech sounds like is what was said. So the model's own mean stands in
     * for two seconds of speech.
     *
     * @param mean of the speech so far
     * @param frames of speech so far, at least 1
     * @param wanted the cepstra that the mean of much speech shall have
     */
    double[] aim(double[] mean, int frames, double[] wanted) {
        double[] aim = mean.clone();
        double trust = (double) frames / (frames + prior);
        for (int k = 0; k < cepstrum().kept(); k++) {
            aim[k] += (k == 0 ? 1 : trust) * (wanted[k] - mean[k]);
        }
        return aim;
    }

    /** Chooses the way of hearing. The first words of a turn are heard well only where a mean is at hand before there is one. */
    Hearing choose(double noise, double swing) {
        if (swing > CROWD) {
            return Hearing.CLEAR_WITHOUT_PAUSES;
        }
        if (noise > clearest) {
            return Hearing.NOISY;
        }
        return prior > 0 ? Hearing.AS_SPOKEN : Hearing.CLEAR;
    }
}

package dev.sotto.speech.frontend;

import dev.sotto.speech.spectrum.LogMel;
import dev.sotto.speech.spectrum.NormalNumbers;
import java.util.Arrays;
import java.util.Optional;

/** Looks at whole turns. Safe for many threads. */
public final class TurnFrontEnd {

    /** In units of 16-bit audio: silence of all zeros is heard badly, and clear audio gains 10 of 100 turns (measured). */
    private static final double DITHER = 8;

    private static final long SEED = 7;

    private final Band band;
    private final double[] wanted;

    /**
     * @param wanted the cepstra that the mean of much speech shall have
     */
    public TurnFrontEnd(Band band, double[] wanted) {
        this.band = band;
        this.wanted = wanted.clone();
    }

    /**
     * Returns the turn, or nothing if there is no speech in it or less than a few frames of audio.
     *
     * @param audio of 16 kHz, in units of 16-bit audio; the turn's from now on
     */
    public Optional<ExaminedTurn> examine(double[] audio) {
        NormalNumbers normal = new NormalNumbers(SEED);
        for (int i = 0; i < audio.length; i++) {
            audio[i] += DITHER * normal.next();
        }
        double[][] powers = new LogMel().powers(audio);
        double[][] logMel = LogMel.of(powers);
        try {
            if (logMel.length > 0) {
                SpeechMask generous = new SpeechMask(logMel, band.cepstrum(), SpeechMask.GENEROUS);
                if (generous.first() >= 0) {
                    return Optional.of(new ExaminedTurn(band, wanted, audio, powers, generous, logMel));
                }
            }
            Arrays.fill(audio, 0);
            ExaminedTurn.wipe(powers);
            return Optional.empty();
        } finally {
            ExaminedTurn.wipe(logMel);
        }
    }
}

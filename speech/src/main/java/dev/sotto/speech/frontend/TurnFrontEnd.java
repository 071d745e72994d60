package dev.sotto.speech.frontend;

import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.spectrum.LogMel;
import dev.sotto.speech.spectrum.NormalNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Prepares a whole turn: a trace of noise, the mean of its speech, what lies around the speech cut off, and the choice
 * between the ways of hearing. Safe for many threads.
 */
public final class TurnFrontEnd {

    /** In units of 16-bit audio: silence of all zeros is heard badly, and clear audio gains 10 of 100 turns (measured). */
    private static final double DITHER = 8;

    private static final long SEED = 7;
    private static final double GENEROUS = 0.35;
    private static final double STRICT = 0.5;

    /** In frames. With 15 a turn in a hundred is lost where others talk, and on the telephone (measured). */
    private static final int MARGIN = 25;

    private static final int SWING = 4;
    private static final int SPILL = 480;

    private final Band band;
    private final double[] wanted;

    /**
     * @param wanted the cepstra that the mean of the speech shall have
     */
    public TurnFrontEnd(Band band, double[] wanted) {
        this.band = band;
        this.wanted = wanted.clone();
    }

    /**
     * Returns the turn, or nothing if there is no speech in it or less than a few frames of audio.
     *
     * @param audio of 16 kHz, in units of 16-bit audio; overwritten
     */
    public Optional<PreparedTurn> prepare(double[] audio) {
        NormalNumbers normal = new NormalNumbers(SEED);
        for (int i = 0; i < audio.length; i++) {
            audio[i] += DITHER * normal.next();
        }
        double[][] powers = new LogMel().powers(audio);
        double[][] logMel = LogMel.of(powers);
        try {
            return powers.length == 0 ? Optional.empty() : prepare(audio, powers, logMel);
        } finally {
            Arrays.fill(audio, 0);
            wipe(powers);
            wipe(logMel);
        }
    }

    private Optional<PreparedTurn> prepare(double[] audio, double[][] powers, double[][] logMel) {
        SpeechMask generous = new SpeechMask(logMel, band.cepstrum(), GENEROUS);
        SpeechMask strict = new SpeechMask(logMel, band.cepstrum(), STRICT);
        if (generous.first() < 0) {
            return Optional.empty();
        }
        double noise = strict.noise();
        double swing = swing(logMel, generous);
        Hearing hearing = band.choose(noise, swing);
        int first = Math.max(0, generous.first() - MARGIN);
        int end = Math.min(logMel.length, generous.last() + MARGIN);
        int from = Math.max(0, first * LogMel.SHIFT - SPILL);
        int to = Math.min(audio.length, end * LogMel.SHIFT + LogMel.WINDOW + SPILL);
        double[] even = Equaliser.apply(audio, speech(powers, generous), band.cepstrum(), wanted);
        double[] cut = hearing == Hearing.CLEAR_WITHOUT_PAUSES
                ? PauseCut.apply(even, strict, first, end, from, to)
                : Arrays.copyOfRange(even, from, to);
        PreparedTurn turn = new PreparedTurn(Samples.nearest(cut), hearing, noise, swing);
        Arrays.fill(even, 0);
        Arrays.fill(cut, 0);
        return Optional.of(turn);
    }

    private static List<double[]> speech(double[][] powers, SpeechMask mask) {
        List<double[]> speech = new ArrayList<>();
        for (int frame = 0; frame < powers.length; frame++) {
            if (mask.isSpeech(frame)) {
                speech.add(powers[frame]);
            }
        }
        return speech;
    }

    private static void wipe(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    /** How much the bands change over four frames in the pauses: steady noise and machines little, talk much. */
    private double swing(double[][] logMel, SpeechMask mask) {
        double sum = 0;
        int count = 0;
        for (int i = SWING; i < logMel.length; i++) {
            if (!mask.isSpeech(i) && !mask.isSpeech(i - SWING)) {
                for (int k = 0; k < band.cepstrum().bands(); k++) {
                    int at = band.cepstrum().first() + k;
                    sum += Math.abs(logMel[i][at] - logMel[i - SWING][at]);
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}

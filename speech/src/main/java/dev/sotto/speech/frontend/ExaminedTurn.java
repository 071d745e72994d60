package dev.sotto.speech.frontend;

import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.spectrum.LogMel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole turn: which way of hearing it asks for, and itself made ready for that. Holds audio until it is wiped. Confined to
 * one thread at a time.
 */
public final class ExaminedTurn {

    /** In frames. With 15 a turn in a hundred is lost where others talk, and on the telephone (measured). */
    private static final int MARGIN = 25;

    private static final int SWING = 4;
    private static final int SPILL = 480;

    private final Band band;
    private final double[] wanted;
    private final double[] audio;
    private final double[][] powers;
    private final SpeechMask generous;
    private final SpeechMask strict;
    private final Hearing hearing;
    private short @Nullable [] samples;

    ExaminedTurn(
            Band band, double[] wanted, double[] audio, double[][] powers, SpeechMask generous, double[][] logMel) {
        this.band = band;
        this.wanted = wanted;
        this.audio = audio;
        this.powers = powers;
        this.generous = generous;
        this.strict = new SpeechMask(logMel, band.cepstrum(), SpeechMask.STRICT);
        this.hearing = band.choose(strict.noise(), swing(logMel));
    }

    /** Returns how to hear it. */
    public Hearing hearing() {
        return hearing;
    }

    /**
     * Returns it as 16-bit audio of 16 kHz, evened by the mean of all of its speech and without what lies around that; not a
     * copy.
     */
    public short[] samples() {
        short[] ready = samples;
        if (ready == null) {
            ready = prepared();
            samples = ready;
        }
        return ready;
    }

    /** Overwrites the audio with zeros; of no use afterwards. */
    public void wipe() {
        Arrays.fill(audio, 0);
        wipe(powers);
        if (samples != null) {
            Arrays.fill(samples, (short) 0);
        }
    }

    static void wipe(double[][] rows) {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    private short[] prepared() {
        int first = Math.max(0, generous.first() - MARGIN);
        int end = Math.min(powers.length, generous.last() + MARGIN);
        int from = Math.max(0, first * LogMel.SHIFT - SPILL);
        int to = Math.min(audio.length, end * LogMel.SHIFT + LogMel.WINDOW + SPILL);
        double[] even = Equaliser.apply(audio, speech(), band, wanted);
        double[] cut = hearing == Hearing.CLEAR_WITHOUT_PAUSES
                ? PauseCut.apply(even, strict, first, end, from, to)
                : Arrays.copyOfRange(even, from, to);
        short[] nearest = Samples.nearest(cut);
        Arrays.fill(even, 0);
        Arrays.fill(cut, 0);
        return nearest;
    }

    private List<double[]> speech() {
        List<double[]> speech = new ArrayList<>();
        for (int frame = 0; frame < powers.length; frame++) {
            if (generous.isSpeech(frame)) {
                speech.add(powers[frame]);
            }
        }
        return speech;
    }

    /** How much the bands change over four frames in the pauses: steady noise and machines little, talk much. */
    private double swing(double[][] logMel) {
        double sum = 0;
        int count = 0;
        for (int i = SWING; i < logMel.length; i++) {
            if (!generous.isSpeech(i) && !generous.isSpeech(i - SWING)) {
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

package dev.sotto.speech.flite;

import dev.sotto.speech.flite.FliteInstance.Chunks;
import java.util.Arrays;

/**
 * Makes sound of what flite says about a phrase: pitch, spectrum and mixture of tone and noise for every five milliseconds.
 * Does what flite's own functions {@code mlpg} and {@code mlsa_resynthesis} do, in a form that every Java compiler makes
 * quick at once; those took three quarters of its time. Mutable; confined to one thread.
 */
final class Vocoder {

    /** Frames in a second. */
    private static final int FRAMES = 200;

    private static final int FRAMES_IN_CHUNK = 4;
    /** The track that is to be smoothed has each value with its spread, and their changes behind the values. */
    private static final int FIRST_VALUE = 2;

    private final VoiceModel voice;
    private double[] pitch = {};
    private double[][] spectrum = {};

    Vocoder(VoiceModel voice) {
        this.voice = voice;
    }

    /** Takes pitch and spectrum as the model has them, and smoothes the spectrum. */
    void smooth(Track track) {
        double[][] values = track.values();
        int order = (values.length / 2 - 1) / 2;
        pitch = values[0].clone();
        spectrum = new double[order][];
        Trajectory trajectory = new Trajectory(track.frames());
        for (int i = 0; i < order; i++) {
            int value = FIRST_VALUE + 2 * i;
            int change = value + 2 * order;
            spectrum[i] = trajectory.solve(values[value], values[value + 1], values[change], values[change + 1]);
        }
        trajectory.wipe();
        track.wipe();
    }

    /** Speaks what was smoothed, until the sink wants no more, and forgets it. */
    void speak(Track mixture, Chunks sink) {
        int order = spectrum.length;
        int length = voice.rate() / FRAMES;
        MelCepstrum cepstra = new MelCepstrum(order, voice.alpha(), voice.sharpness());
        MelFilter filter = new MelFilter(order, voice.alpha());
        Excitation excitation = new Excitation(voice.bands());
        double[] cepstrum = new double[order + 1];
        double[] from = new double[order + 1];
        double[] to = new double[order + 1];
        double[] chunk = new double[FRAMES_IN_CHUNK * length];
        int filled = 0;
        boolean wanted = true;
        for (int t = 0; t < pitch.length && wanted; t++) {
            double period = pitch[t] == 0 ? 0 : voice.rate() / pitch[t];
            cepstrum(t, cepstrum);
            if (t == 0) {
                cepstra.coefficients(cepstrum, from);
                excitation.begin(period);
                continue;
            }
            cepstra.coefficients(cepstrum, to);
            excitation.frame(period, mixtureAt(mixture, t), length);
            frame(filter, excitation, from, to, chunk, filled, length);
            excitation.end(period);
            System.arraycopy(to, 0, from, 0, to.length);
            filled += length;
            if (filled == chunk.length || t == pitch.length - 1) {
                wanted = sink.accept(Arrays.copyOf(chunk, filled));
                filled = 0;
            }
        }
        Arrays.fill(chunk, 0);
        filter.wipe();
        excitation.wipe();
        mixture.wipe();
        forget();
    }

    private void frame(
            MelFilter filter,
            Excitation excitation,
            double[] from,
            double[] to,
            double[] chunk,
            int start,
            int length) {
        double[] step = new double[to.length];
        for (int i = 0; i < to.length; i++) {
            step[i] = (to[i] - from[i]) / length;
        }
        for (int n = 0; n < length; n++) {
            double sample = excitation.sample() * Math.exp(from[0]) * voice.gain();
            chunk[start + n] = filter.filter(sample, from);
            for (int i = 0; i < from.length; i++) {
                from[i] += step[i];
            }
        }
    }

    private void cepstrum(int t, double[] cepstrum) {
        for (int i = 0; i < spectrum.length; i++) {
            cepstrum[i] = spectrum[i][t];
        }
    }

    private static double[] mixtureAt(Track mixture, int t) {
        double[] bands = new double[mixture.values().length];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = mixture.values()[band][t];
        }
        return bands;
    }

    private void forget() {
        Arrays.fill(pitch, 0);
        for (double[] row : spectrum) {
            Arrays.fill(row, 0);
        }
        pitch = new double[0];
        spectrum = new double[0][];
    }
}

package dev.sotto.speech.testing;

import dev.sotto.speech.graph.Pronunciations;
import dev.sotto.speech.model.AcousticSet;
import dev.sotto.speech.model.Gaussians;
import dev.sotto.speech.model.Phones;
import dev.sotto.speech.model.SphinxModel;
import dev.sotto.speech.spectrum.Cepstrum;
import dev.sotto.speech.spectrum.Fourier;
import dev.sotto.speech.spectrum.LogMel;
import dev.sotto.speech.spectrum.MelBank;
import dev.sotto.speech.spectrum.NormalNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Speaks with the acoustic model's own voice: for each senone its likeliest spectrum, whispered. Nobody's voice, and the same at every call. Confined to one thread.
 */
public final class ModelVoice {

    private static final int FRAMES_PER_STATE = 3;
    private static final int PAUSE_STATES = 16;
    private static final int SMOOTHED = 1;
    private static final int RESPONSE = 100;
    private static final double LOUDEST = 12_000;

    private final SphinxModel model;
    private final AcousticSet set;
    private final Pronunciations pronunciations;
    private final Fourier fourier = new Fourier(MelBank.POINTS);

    public ModelVoice(SphinxModel model, AcousticSet set, Pronunciations pronunciations) {
        this.model = model;
        this.set = set;
        this.pronunciations = pronunciations;
    }

    /** Returns words as audio of 16 kHz, in units of 16-bit audio, with a pause before and after. */
    public double[] speak(String text) {
        List<int[]> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            words.add(pronunciations.of(word).get(0));
        }
        List<Integer> senones = new ArrayList<>();
        addPause(senones);
        for (int i = 0; i < words.size(); i++) {
            int[] before = i == 0 ? silence() : words.get(i - 1);
            int[] after = i == words.size() - 1 ? silence() : words.get(i + 1);
            addWord(words.get(i), before[before.length - 1], after[0], senones);
        }
        addPause(senones);
        return whisper(smooth(senones));
    }

    private int[] silence() {
        return new int[] {model.phones().silence()};
    }

    private void addWord(int[] word, int before, int after, List<Integer> senones) {
        for (int i = 0; i < word.length; i++) {
            int left = i == 0 ? before : word[i - 1];
            int right = i == word.length - 1 ? after : word[i + 1];
            int unit = model.phones().between(word[i], left, right, place(i, word.length));
            for (int state = 0; state < Phones.STATES; state++) {
                senones.add(model.phones().senone(unit, state));
            }
        }
    }

    private static Phones.Place place(int i, int length) {
        if (length == 1) {
            return Phones.Place.SINGLE;
        }
        return i == 0 ? Phones.Place.BEGIN : i == length - 1 ? Phones.Place.END : Phones.Place.INSIDE;
    }

    private void addPause(List<Integer> senones) {
        int unit = model.phones().alone(model.phones().silence());
        for (int i = 0; i < PAUSE_STATES; i++) {
            senones.add(model.phones().senone(unit, 1));
        }
    }

    /** The cepstra of each frame: those of its senone, mixed with those of the frames around. */
    private List<double[]> smooth(List<Integer> senones) {
        int count = senones.size() * FRAMES_PER_STATE;
        List<double[]> frames = new ArrayList<>();
        for (int frame = 0; frame < count; frame++) {
            double[] smooth = new double[Cepstrum.SIZE];
            for (int beside = -SMOOTHED; beside <= SMOOTHED; beside++) {
                int at = Math.max(0, Math.min(count - 1, frame + beside));
                int senone = senones.get(at / FRAMES_PER_STATE);
                float[] mean = set.gaussians().mean(model.phones().phoneOfSenone(senone), 0, densest(senone, 0));
                for (int k = 0; k < smooth.length; k++) {
                    smooth[k] += mean[k] / (2 * SMOOTHED + 1);
                }
            }
            frames.add(smooth);
        }
        return frames;
    }

    /** The Gaussian at which a senone is densest: what somebody spoke, not what lies between people. */
    private int densest(int senone, int stream) {
        int phone = model.phones().phoneOfSenone(senone);
        double highest = Double.NEGATIVE_INFINITY;
        int densest = 0;
        for (int density = 0; density < Gaussians.DENSITIES; density++) {
            double height = Math.log(model.weights(senone, stream)[density]);
            for (float variance : set.gaussians().variance(phone, stream, density)) {
                height -= Math.log(variance) / 2;
            }
            if (height > highest) {
                highest = height;
                densest = density;
            }
        }
        return densest;
    }

    /** White noise, filtered for each frame, under overlapping windows. */
    private double[] whisper(List<double[]> frames) {
        NormalNumbers normal = new NormalNumbers(5);
        double[] white = new double[frames.size() * LogMel.SHIFT + 2 * MelBank.POINTS];
        for (int i = 0; i < white.length; i++) {
            white[i] = normal.next();
        }
        double[] audio = new double[white.length];
        for (int frame = 0; frame < frames.size(); frame++) {
            double[] response = response(frames.get(frame));
            for (int i = 0; i < 2 * LogMel.SHIFT; i++) {
                double window = 0.5 - 0.5 * Math.cos(Math.PI * i / LogMel.SHIFT);
                int at = frame * LogMel.SHIFT + i;
                for (int k = -RESPONSE; k < RESPONSE; k++) {
                    if (at - k >= 0 && at - k < white.length) {
                        audio[at] += window * response[(k + MelBank.POINTS) % MelBank.POINTS] * white[at - k];
                    }
                }
            }
        }
        double peak = Arrays.stream(audio).map(Math::abs).max().orElseThrow();
        return Arrays.stream(audio).map(sample -> LOUDEST / peak * sample).toArray();
    }

    private double[] response(double[] cepstra) {
        double[] bands = Cepstrum.WIDE.back(cepstra);
        double[] spectrum = new double[MelBank.BINS];
        for (int bin = 1; bin < MelBank.BINS; bin++) {
            double frequency = MelBank.frequency(bin);
            double width = 1 + frequency / 700;
            double level = interpolated(bands, frequency) - Math.log(width * LogMel.emphasis(frequency));
            spectrum[bin] = Math.exp(level / 2);
        }
        return fourier.symmetric(spectrum);
    }

    private static double interpolated(double[] bands, double frequency) {
        int above = 0;
        while (above < bands.length && MelBank.centre(above) < frequency) {
            above++;
        }
        if (above == 0 || above == bands.length) {
            return bands[Math.min(above, bands.length - 1)];
        }
        double left = MelBank.centre(above - 1);
        double share = (frequency - left) / (MelBank.centre(above) - left);
        return bands[above - 1] + share * (bands[above] - bands[above - 1]);
    }
}

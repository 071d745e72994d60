package dev.sotto.speech.model;

import dev.sotto.speech.spectrum.Cepstrum;
import org.jspecify.annotations.Nullable;

/**
 * The ways of hearing that a turn is chosen among, computed from the acoustic model alone in a few seconds. Always the
 * same. The levels were set on kitchen noise, the threshold for a choice between them lies in the front end (measured).
 */
public final class AcousticSets {

    /** The cepstra of speech around which the model's means lie, measured on other speech. */
    private static final double[] MEAN = {
        81.92, -3.35, -0.27, 17.75, -9.19, -1.82, -6.18, -2.37, -0.84, -3.94, -0.5, -2.45, -1.07
    };

    private static final double NOISY = 0.5;
    private static final double NOISY_ON_THE_TELEPHONE = -1;
    private static final double QUIETER_PAUSE = -3.5;
    private static final double SWINGING_PAUSE = 1.5;
    private static final double CLEAR_SCALE = 0.12;
    private static final double NOISY_SCALE = 0.13;

    /** Clear speech needs no wider one; in noise each nat less loses turns, or takes what is none of the bot's for it (measured). */
    private static final double CLEAR_BEAM = 12;

    private static final double NOISY_BEAM = 16;
    private static final float NO_MATTER = 1e6f;

    private final SphinxModel model;
    private final SpeechMean speechMean;
    private final double[] wideTarget;

    public AcousticSets(SphinxModel model) {
        this.model = model;
        this.speechMean = new SpeechMean(model);
        this.wideTarget = speechMean.of(model.gaussians());
        for (int k = 0; k < Gaussians.SIZE; k++) {
            wideTarget[k] += MEAN[k];
        }
    }

    /** Returns the cepstra that the front end has to give the mean of a turn's speech. */
    public double[] target(Cepstrum cepstrum) {
        return cepstrum.of(wideLogMel());
    }

    /** The ways of hearing. */
    public enum Kind {
        /** Clear audio of 16 kHz. */
        CLEAR,
        /**
         * Noisy audio of 16 kHz. Every second Gaussian of silence is one for a quieter noise that swings: else it hears
         * words in the pauses of a crowd's talk (measured).
         */
        NOISY,
        /** Clear audio of a telephone. */
        CLEAR_TELEPHONE,
        /** Noisy audio of a telephone. */
        NOISY_TELEPHONE
    }

    /** Returns a set. Takes up to seconds. */
    public AcousticSet of(Kind kind) {
        return of(kind, gaussians(kind));
    }

    /** Returns a set whose Gaussians were kept from an earlier time. */
    public AcousticSet of(Kind kind, Gaussians gaussians) {
        return switch (kind) {
            case CLEAR -> clear(Cepstrum.WIDE, gaussians);
            case NOISY -> noisy(Cepstrum.WIDE, gaussians);
            case CLEAR_TELEPHONE -> clear(Cepstrum.TELEPHONE, gaussians);
            case NOISY_TELEPHONE -> noisy(Cepstrum.TELEPHONE, gaussians);
        };
    }

    private static AcousticSet clear(Cepstrum cepstrum, Gaussians gaussians) {
        return new AcousticSet(cepstrum, gaussians, AcousticSet.StreamWeights.EVEN, CLEAR_SCALE, CLEAR_BEAM);
    }

    private static AcousticSet noisy(Cepstrum cepstrum, Gaussians gaussians) {
        return new AcousticSet(cepstrum, gaussians, AcousticSet.StreamWeights.NOISY, NOISY_SCALE, NOISY_BEAM);
    }

    private Gaussians gaussians(Kind kind) {
        return switch (kind) {
            case CLEAR -> centred(model.gaussians().copy(), Cepstrum.WIDE);
            case NOISY -> noisy();
            case CLEAR_TELEPHONE ->
                muted(centred(new Narrowing(Cepstrum.TELEPHONE).of(model.gaussians()), Cepstrum.TELEPHONE));
            case NOISY_TELEPHONE ->
                muted(centred(sampled(Cepstrum.TELEPHONE, new Noise(NOISY_ON_THE_TELEPHONE, 0)), Cepstrum.TELEPHONE));
        };
    }

    private Gaussians noisy() {
        Gaussians gaussians = sampled(Cepstrum.WIDE, new Noise(NOISY, 0));
        double[] shift = shift(gaussians, Cepstrum.WIDE);
        quietenPauses(gaussians, Cepstrum.WIDE);
        move(gaussians, shift);
        return gaussians;
    }

    private double[] wideLogMel() {
        return Cepstrum.WIDE.back(wideTarget);
    }

    private Gaussians sampled(Cepstrum cepstrum, @Nullable Noise noise) {
        return new Sampling(model, MEAN, cepstrum, noise).all();
    }

    private void quietenPauses(Gaussians gaussians, Cepstrum cepstrum) {
        Gaussians quieter = new Gaussians(model.phones().count());
        int silence = model.phones().silence();
        new Sampling(model, MEAN, cepstrum, new Noise(QUIETER_PAUSE, SWINGING_PAUSE)).sample(silence, quieter);
        for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
            for (int density = 1; density < Gaussians.DENSITIES; density += 2) {
                gaussians.set(silence, stream, density, quieter, density);
            }
        }
    }

    private Gaussians centred(Gaussians gaussians, Cepstrum cepstrum) {
        move(gaussians, shift(gaussians, cepstrum));
        return gaussians;
    }

    private double[] shift(Gaussians gaussians, Cepstrum cepstrum) {
        double[] shift = target(cepstrum);
        double[] found = speechMean.of(gaussians);
        for (int k = 0; k < shift.length; k++) {
            shift[k] -= found[k];
        }
        return shift;
    }

    private static void move(Gaussians gaussians, double[] shift) {
        for (int phone = 0; phone < gaussians.phones(); phone++) {
            for (int density = 0; density < Gaussians.DENSITIES; density++) {
                float[] mean = gaussians.mean(phone, 0, density);
                for (int k = 0; k < shift.length; k++) {
                    mean[k] += (float) shift[k];
                }
            }
        }
    }

    /** Makes the cepstra that say nothing fit everything alike. */
    private static Gaussians muted(Gaussians gaussians) {
        for (int phone = 0; phone < gaussians.phones(); phone++) {
            for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
                for (int density = 0; density < Gaussians.DENSITIES; density++) {
                    for (int k = Cepstrum.TELEPHONE.kept(); k < Gaussians.SIZE; k++) {
                        gaussians.mean(phone, stream, density)[k] = 0;
                        gaussians.variance(phone, stream, density)[k] = NO_MATTER;
                    }
                }
            }
        }
        return gaussians;
    }
}

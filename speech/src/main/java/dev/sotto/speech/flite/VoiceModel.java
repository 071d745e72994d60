package dev.sotto.speech.flite;

import run.endive.runtime.Memory;

/** What the vocoder needs to know of a voice, from flite's memory, where it never changes. Immutable. */
final class VoiceModel {

    // Where fields are in flite's struct cst_cg_db, of which all before and among these have four bytes.
    private static final int SAMPLE_RATE = 12;
    private static final int SMOOTHED = 108;
    private static final int WINDOW = 112;
    private static final int WINDOW_SIZE = 116;
    private static final int ALPHA = 120;
    private static final int BETA = 124;
    private static final int MIXED = 132;
    private static final int BANDS = 136;
    private static final int BAND_LENGTH = 140;
    private static final int BAND_FILTERS = 144;
    private static final int GAIN = 152;

    private final int rate;
    private final double alpha;
    private final double sharpness;
    private final double gain;
    private final double[][] bands;

    private VoiceModel(int rate, double alpha, double sharpness, double gain, double[][] bands) {
        this.rate = rate;
        this.alpha = alpha;
        this.sharpness = sharpness;
        this.gain = gain;
        this.bands = bands;
    }

    /** Returns how many samples it has a second. */
    int rate() {
        return rate;
    }

    /** Returns how much its frequency scale is warped. */
    double alpha() {
        return alpha;
    }

    /** Returns how much the peaks of its spectrum are raised. */
    double sharpness() {
        return sharpness;
    }

    /** Returns by how much all of it is made louder. */
    double gain() {
        return gain;
    }

    /** Returns filters of the bands in which tone and noise are mixed, not a copy. */
    double[][] bands() {
        return bands;
    }

    /**
     * Reads a voice.
     *
     * @throws IllegalStateException if it is of another kind than those that come along
     */
    static VoiceModel read(Memory memory, int address) {
        int window = memory.readInt(address + WINDOW);
        boolean known = memory.readInt(address + SMOOTHED) != 0
                && memory.readInt(address + MIXED) != 0
                && memory.readInt(address + WINDOW_SIZE) == 3
                && memory.readFloat(window) == -Trajectory.CHANGE
                && memory.readFloat(window + 4) == 0
                && memory.readFloat(window + 8) == Trajectory.CHANGE;
        if (!known) {
            throw new IllegalStateException("a voice of an unknown kind");
        }
        double[][] bands = new double[memory.readInt(address + BANDS)][memory.readInt(address + BAND_LENGTH)];
        for (int band = 0; band < bands.length; band++) {
            int filter = memory.readInt(memory.readInt(address + BAND_FILTERS) + 4 * band);
            for (int i = 0; i < bands[band].length; i++) {
                bands[band][i] = memory.readDouble(filter + 8 * i);
            }
        }
        double gain = memory.readFloat(address + GAIN);
        return new VoiceModel(
                memory.readInt(address + SAMPLE_RATE),
                memory.readFloat(address + ALPHA),
                memory.readFloat(address + BETA),
                gain == 0 ? 1 : gain,
                bands);
    }
}

package dev.sotto.speech.flite;

import java.util.Arrays;
import run.endive.runtime.Memory;

/** Values over time, copied from flite's memory (struct cst_track). Confined to one thread. */
final class Track {

    private static final int FRAMES = 4;
    private static final int CHANNELS = 8;
    private static final int ROWS = 16;

    private final double[][] values;

    private Track(double[][] values) {
        this.values = values;
    }

    static Track read(Memory memory, int address) {
        int frames = memory.readInt(address + FRAMES);
        int channels = memory.readInt(address + CHANNELS);
        int rows = memory.readInt(address + ROWS);
        double[][] values = new double[channels][frames];
        for (int t = 0; t < frames; t++) {
            int row = memory.readInt(rows + 4 * t);
            for (int channel = 0; channel < channels; channel++) {
                values[channel][t] = memory.readFloat(row + 4 * channel);
            }
        }
        return new Track(values);
    }

    /** Returns for each channel a row of frames, not a copy. */
    double[][] values() {
        return values;
    }

    int frames() {
        return values[0].length;
    }

    void wipe() {
        for (double[] row : values) {
            Arrays.fill(row, 0);
        }
    }
}

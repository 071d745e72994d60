package dev.sotto.speech.audio;

import java.util.Arrays;

/**
 * Changes the rate of audio that comes bit by bit; the result is that of {@link Resampler#apply}. Keeps as much audio as its
 * filter is long; {@link #wipe} overwrites that. Confined to one thread.
 */
public final class ResamplerStream {

    private final Resampler resampler;
    private double[] kept;
    /** The number of the first sample that is kept; begins before the first one, with silence. */
    private long first;

    private int count;
    private long made;

    ResamplerStream(Resampler resampler) {
        this.resampler = resampler;
        this.kept = new double[4 * resampler.half()];
        this.first = -resampler.half();
        this.count = resampler.half();
    }

    /** Takes the next samples and returns those that can be told now. */
    public double[] accept(double[] audio) {
        append(audio, audio.length);
        return ready(first + count - resampler.half());
    }

    /** Returns the last samples. */
    public double[] finish() {
        long end = first + count;
        append(new double[resampler.half()], resampler.half());
        return ready(end);
    }

    /** Overwrites what is kept. */
    public void wipe() {
        Arrays.fill(kept, 0);
    }

    private double[] ready(long before) {
        int more = (int) Math.max(0, resampler.outputs(before) - made);
        double[] result = new double[more];
        for (int i = 0; i < more; i++) {
            result[i] = resampler.at(made + i, kept, first);
        }
        made += more;
        discard(resampler.input(made) - resampler.half());
        return result;
    }

    private void append(double[] audio, int length) {
        if (count + length > kept.length) {
            double[] larger = Arrays.copyOf(kept, Math.max(2 * kept.length, count + length));
            wipe();
            kept = larger;
        }
        System.arraycopy(audio, 0, kept, count, length);
        count += length;
    }

    private void discard(long before) {
        int gone = (int) Math.max(0, Math.min(count, before - first));
        System.arraycopy(kept, gone, kept, 0, count - gone);
        Arrays.fill(kept, count - gone, count, 0);
        count -= gone;
        first += gone;
    }
}

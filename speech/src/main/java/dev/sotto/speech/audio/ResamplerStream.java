package dev.sotto.speech.audio;

/**
 * Changes the rate of audio that comes bit by bit; the result is that of {@link Resampler#apply}. Keeps as much audio as its
 * filter is long; {@link #wipe} overwrites that. Confined to one thread.
 */
public final class ResamplerStream {

    private final Resampler resampler;
    private final HeldSamples kept;

    /** The number of the first sample that is kept; begins before the first one, with silence. */
    private long first;

    private long made;

    ResamplerStream(Resampler resampler) {
        this.resampler = resampler;
        this.kept = new HeldSamples(4 * resampler.half());
        this.kept.append(new double[resampler.half()]);
        this.first = -resampler.half();
    }

    /** Takes the next samples and returns those that can be told now. */
    public double[] accept(double[] audio) {
        kept.append(audio);
        return ready(first + kept.count() - resampler.half());
    }

    /** Returns the last samples. */
    public double[] finish() {
        long end = first + kept.count();
        kept.append(new double[resampler.half()]);
        return ready(end);
    }

    /** Overwrites what is kept. */
    public void wipe() {
        kept.wipe();
    }

    private double[] ready(long before) {
        int more = (int) Math.max(0, resampler.outputs(before) - made);
        double[] result = new double[more];
        double[] samples = kept.array();
        for (int i = 0; i < more; i++) {
            result[i] = resampler.at(made + i, samples, first);
        }
        made += more;
        discard(resampler.input(made) - resampler.half());
        return result;
    }

    private void discard(long before) {
        int gone = (int) Math.max(0, Math.min(kept.count(), before - first));
        kept.drop(gone);
        first += gone;
    }
}

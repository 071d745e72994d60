package dev.sotto.speech.audio;

import java.util.Arrays;

/** Samples that are held until they are not needed any more, the oldest first; what is not held is overwritten. Confined to one thread. */
public final class HeldSamples {

    private final int room;
    private final int most;
    private double[] samples = new double[0];
    private int count;

    /**
     * @param room for how many there is room from the first on
     * @param most that are ever held
     */
    public HeldSamples(int room, int most) {
        this.room = room;
        this.most = most;
    }

    /** @param room for how many there is room from the first on; there is no end to how many are held */
    public HeldSamples(int room) {
        this(room, Integer.MAX_VALUE);
    }

    /** Holds some more; those that are handed over are still the caller's. */
    public void append(double[] more) {
        append(more, 0, more.length);
    }

    /**
     * Holds a part of some more.
     *
     * @throws IllegalArgumentException if they are more than are ever held
     */
    public void append(double[] more, int from, int length) {
        if (length > most - count) {
            throw new IllegalArgumentException("more samples than are held");
        }
        if (count + length > samples.length) {
            int grown = Math.max(room, Math.max(2 * samples.length, count + length));
            double[] larger = Arrays.copyOf(samples, Math.min(most, grown));
            Arrays.fill(samples, 0);
            samples = larger;
        }
        System.arraycopy(more, from, samples, count, length);
        count += length;
    }

    /** Returns how many are held. */
    public int count() {
        return count;
    }

    /** Returns them, and behind them anything; still its own, until more are held. */
    public double[] array() {
        return samples;
    }

    /** Returns a copy of some of them. */
    public double[] copy(int from, int to) {
        return Arrays.copyOfRange(samples, from, to);
    }

    /** Holds the oldest no longer. */
    public void drop(int oldest) {
        System.arraycopy(samples, oldest, samples, 0, count - oldest);
        Arrays.fill(samples, count - oldest, count, 0);
        count -= oldest;
    }

    /** Holds none any longer. */
    public void wipe() {
        Arrays.fill(samples, 0);
        count = 0;
    }
}

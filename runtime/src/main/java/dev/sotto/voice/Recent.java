package dev.sotto.voice;

import java.util.Arrays;

/** The last seconds of a line's audio; older samples are overwritten by newer ones. Confined to one thread at a time. */
final class Recent {

    private final double[] ring;
    private long count;

    Recent(int samples) {
        this.ring = new double[samples];
    }

    void add(double[] samples) {
        int skipped = Math.max(0, samples.length - ring.length);
        for (int i = skipped; i < samples.length; i++) {
            ring[(int) ((count + i) % ring.length)] = samples[i];
        }
        count += samples.length;
    }

    /** Returns how many samples there are. */
    int size() {
        return (int) Math.min(count, ring.length);
    }

    /** Returns a copy of the last so many samples, or of as many as there are. */
    double[] since(long samples) {
        int size = (int) Math.min(samples, size());
        double[] copy = new double[size];
        for (int i = 0; i < size; i++) {
            copy[i] = ring[(int) ((count - size + i) % ring.length)];
        }
        return copy;
    }

    void wipe() {
        Arrays.fill(ring, 0);
        count = 0;
    }
}

package dev.sotto.speech.delivery;

import java.util.Arrays;

/**
 * Cuts the silence before and after a phrase. Silence within is held back until something follows it. Confined to one
 * thread.
 */
final class Edges {

    private static final double[] NOTHING = {};

    private final double silence;
    private final int lead;
    private final int rest;
    private double[] held = new double[4_000];
    private int count;
    private boolean begun;

    /**
     * @param silence what is no louder is silence, in units of 16-bit audio
     * @param lead how many samples of silence are left before the phrase
     * @param rest how many after it
     */
    Edges(double silence, int lead, int rest) {
        this.silence = silence;
        this.lead = lead;
        this.rest = rest;
    }

    /** Takes the next samples and returns those that are sure to be within the phrase. */
    double[] accept(double[] audio) {
        append(audio);
        int loud = count;
        while (loud > 0 && Math.abs(held[loud - 1]) <= silence) {
            loud--;
        }
        if (loud == 0) {
            keepTail(begun ? count : lead);
            return NOTHING;
        }
        int from = begun ? 0 : Math.max(0, firstLoud() - lead);
        begun = true;
        return take(from, loud);
    }

    /** Returns the silence after the phrase. */
    double[] finish() {
        return begun ? take(0, Math.min(count, rest)) : NOTHING;
    }

    void wipe() {
        Arrays.fill(held, 0);
        count = 0;
    }

    private int firstLoud() {
        int first = 0;
        while (Math.abs(held[first]) <= silence) {
            first++;
        }
        return first;
    }

    private double[] take(int from, int to) {
        double[] taken = Arrays.copyOfRange(held, from, to);
        keepTail(count - to);
        return taken;
    }

    private void keepTail(int length) {
        int kept = Math.min(length, count);
        System.arraycopy(held, count - kept, held, 0, kept);
        Arrays.fill(held, kept, count, 0);
        count = kept;
    }

    private void append(double[] audio) {
        if (count + audio.length > held.length) {
            double[] larger = Arrays.copyOf(held, Math.max(2 * held.length, count + audio.length));
            Arrays.fill(held, 0);
            held = larger;
        }
        System.arraycopy(audio, 0, held, count, audio.length);
        count += audio.length;
    }
}

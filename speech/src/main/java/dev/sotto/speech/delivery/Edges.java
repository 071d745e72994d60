package dev.sotto.speech.delivery;

import dev.sotto.speech.audio.HeldSamples;

/**
 * Cuts the silence before and after a phrase. Silence within is held back until something follows it. Confined to one
 * thread.
 */
final class Edges {

    private static final double[] NOTHING = {};

    private final double silence;
    private final int lead;
    private final int rest;
    private final HeldSamples held = new HeldSamples(4_000);
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
        held.append(audio);
        int loud = held.count();
        while (loud > 0 && isSilent(loud - 1)) {
            loud--;
        }
        if (loud == 0) {
            held.drop(begun ? 0 : Math.max(0, held.count() - lead));
            return NOTHING;
        }
        int from = begun ? 0 : Math.max(0, firstLoud() - lead);
        begun = true;
        return take(from, loud);
    }

    /** Returns the silence after the phrase. */
    double[] finish() {
        return begun ? take(0, Math.min(held.count(), rest)) : NOTHING;
    }

    void wipe() {
        held.wipe();
    }

    private int firstLoud() {
        int first = 0;
        while (isSilent(first)) {
            first++;
        }
        return first;
    }

    private boolean isSilent(int at) {
        return Math.abs(held.array()[at]) <= silence;
    }

    private double[] take(int from, int to) {
        double[] taken = held.copy(from, to);
        held.drop(to);
        return taken;
    }
}

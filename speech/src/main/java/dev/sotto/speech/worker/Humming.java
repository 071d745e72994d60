package dev.sotto.speech.worker;

import dev.sotto.speech.audio.Samples;

/** A sound that is taken for speech and says nothing. */
final class Humming {

    private static final double SECONDS = 1.2;
    private static final double PITCH = 120;
    private static final int PARTIALS = 24;
    private static final double LOUD = 2_000;

    /** Syllables a second. */
    private static final double PACE = 4;

    private Humming() {}

    /** Returns it between two pauses, linear, 16 bits. */
    static byte[] audio(int rate) {
        double[] samples = new double[(int) (SECONDS * rate)];
        for (int i = samples.length / 3; i < samples.length * 5 / 6; i++) {
            double time = (double) i / rate;
            double sound = 0;
            for (int partial = 1; partial <= PARTIALS; partial++) {
                sound += Math.sin(2 * Math.PI * PITCH * partial * time) / partial;
            }
            samples[i] = LOUD * sound * (1 - Math.cos(2 * Math.PI * PACE * time)) / 2;
        }
        return Samples.encode(samples);
    }
}

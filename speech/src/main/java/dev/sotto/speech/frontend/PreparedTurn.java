package dev.sotto.speech.frontend;

import java.util.Arrays;

/** A turn ready to be decoded. Holds audio until it is wiped. Confined to one thread at a time. */
public final class PreparedTurn {

    private final short[] samples;
    private final Hearing hearing;
    private final double noise;
    private final double swing;

    PreparedTurn(short[] samples, Hearing hearing, double noise, double swing) {
        this.samples = samples;
        this.hearing = hearing;
        this.noise = noise;
        this.swing = swing;
    }

    /** Returns the 16-bit audio of 16 kHz itself, not a copy. */
    public short[] samples() {
        return samples;
    }

    /** Returns how to hear it. */
    public Hearing hearing() {
        return hearing;
    }

    /** Returns how much louder its pauses are than its speech, in nats; the lower, the clearer. */
    public double noise() {
        return noise;
    }

    /** Returns how much the level of its pauses swings from frame to frame, in nats. */
    public double swing() {
        return swing;
    }

    /** Overwrites the audio with zeros. */
    public void wipe() {
        Arrays.fill(samples, (short) 0);
    }
}

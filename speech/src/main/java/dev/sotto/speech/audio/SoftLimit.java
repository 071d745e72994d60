package dev.sotto.speech.audio;

/** Keeps audio from clipping: what is louder than three quarters of full scale is bent towards it. Pure arithmetic. */
public final class SoftLimit {

    private static final double KNEE = 24_000;
    private static final double ROOM = Short.MAX_VALUE - KNEE;

    private SoftLimit() {}

    /** Returns a sample within 16 bits. */
    public static double apply(double sample) {
        double size = Math.abs(sample);
        return size <= KNEE ? sample : Math.signum(sample) * (KNEE + ROOM * Math.tanh((size - KNEE) / ROOM));
    }
}

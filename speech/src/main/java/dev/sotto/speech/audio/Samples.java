package dev.sotto.speech.audio;

import dev.sotto.speech.AudioFormat;

/** Turns the bytes of audio of one channel into numbers, in units of 16-bit audio, and back. */
public final class Samples {

    private Samples() {}

    /** Writes the samples of some bytes. */
    public static void decode(AudioFormat.Encoding encoding, byte[] audio, double[] samples, int start) {
        switch (encoding) {
            case PCM_S16LE -> {
                for (int i = 0; i < audio.length / 2; i++) {
                    samples[start + i] = (short) ((audio[2 * i] & 0xFF) | (audio[2 * i + 1] << 8));
                }
            }
            case MULAW -> {
                for (int i = 0; i < audio.length; i++) {
                    samples[start + i] = G711.ofMulaw(audio[i]);
                }
            }
            case ALAW -> {
                for (int i = 0; i < audio.length; i++) {
                    samples[start + i] = G711.ofAlaw(audio[i]);
                }
            }
        }
    }

    /** Returns the samples of some bytes. */
    public static double[] decode(AudioFormat format, byte[] audio) {
        double[] samples = new double[format.samples(audio.length)];
        decode(format.encoding(), audio, samples, 0);
        return samples;
    }

    /** Returns the bytes of linear 16-bit audio. */
    public static byte[] encode(double[] samples) {
        byte[] audio = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            short sample = nearest(samples[i]);
            audio[2 * i] = (byte) sample;
            audio[2 * i + 1] = (byte) (sample >> 8);
        }
        return audio;
    }

    /** Returns the nearest 16-bit samples. */
    public static short[] nearest(double[] samples) {
        return nearest(samples, 0, samples.length);
    }

    /** Returns the 16-bit samples that are nearest to some in the middle. */
    public static short[] nearest(double[] samples, int from, int to) {
        short[] nearest = new short[to - from];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = nearest(samples[from + i]);
        }
        return nearest;
    }

    /** Returns the nearest 16-bit sample. */
    public static short nearest(double sample) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
    }
}

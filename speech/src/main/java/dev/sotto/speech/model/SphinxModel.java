package dev.sotto.speech.model;

import java.nio.ByteBuffer;

/**
 * The acoustic model as CMU Sphinx delivers it: phonetically tied, 42 phones with 128 Gaussians each, 5,138 senones that
 * weigh those of their phone. Immutable; takes about a second to read.
 */
public final class SphinxModel {

    private static final float LEAST_VARIANCE = 1e-4f;
    private static final float LEAST_WEIGHT = 1e-7f;
    private static final double LEAST_STAY = 1e-4;

    private final Phones phones;
    private final Gaussians gaussians;
    private final float[][][] weights;
    private final double[][] stays;

    private SphinxModel(Phones phones, Gaussians gaussians, float[][][] weights, double[][] stays) {
        this.phones = phones;
        this.gaussians = gaussians;
        this.weights = weights;
        this.stays = stays;
    }

    /** Reads the model from the class path. */
    public static SphinxModel read() {
        Phones phones = Phones.read();
        return new SphinxModel(phones, gaussians(phones.count()), weights(), stays(phones.count()));
    }

    /** Returns the phones and their senones. */
    public Phones phones() {
        return phones;
    }

    /** Returns the Gaussians, around a mean of 0. */
    Gaussians gaussians() {
        return gaussians;
    }

    /** Returns how a senone weighs the Gaussians of its phone in a stream; they sum to 1. */
    public float[] weights(int senone, int stream) {
        return weights[senone][stream];
    }

    /** Returns the probability, above 0 and below 1, that a phone stays in a state for another frame. */
    public double stay(int phone, int state) {
        return stays[phone][state];
    }

    private static Gaussians gaussians(int phones) {
        Gaussians gaussians = new Gaussians(phones);
        float[] means = vectors("en-us/means", phones);
        float[] variances = vectors("en-us/variances", phones);
        int at = 0;
        for (int phone = 0; phone < phones; phone++) {
            for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
                for (int density = 0; density < Gaussians.DENSITIES; density++) {
                    for (int k = 0; k < Gaussians.SIZE; k++, at++) {
                        gaussians.mean(phone, stream, density)[k] = means[at];
                        gaussians.variance(phone, stream, density)[k] = Math.max(variances[at], LEAST_VARIANCE);
                    }
                }
            }
        }
        return gaussians;
    }

    private static float[] vectors(String name, int phones) {
        ByteBuffer buffer = SphinxFile.numbers(name);
        expect(name, buffer.getInt(), phones);
        expect(name, buffer.getInt(), Gaussians.STREAMS);
        expect(name, buffer.getInt(), Gaussians.DENSITIES);
        for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
            expect(name, buffer.getInt(), Gaussians.SIZE);
        }
        int count = phones * Gaussians.STREAMS * Gaussians.DENSITIES * Gaussians.SIZE;
        expect(name, buffer.getInt(), count);
        return SphinxFile.floats(buffer, count);
    }

    private static float[][][] weights() {
        String name = "en-us/mixture_weights";
        ByteBuffer buffer = SphinxFile.numbers(name);
        int senones = buffer.getInt();
        expect(name, buffer.getInt(), Gaussians.STREAMS);
        expect(name, buffer.getInt(), Gaussians.DENSITIES);
        expect(name, buffer.getInt(), senones * Gaussians.STREAMS * Gaussians.DENSITIES);
        float[][][] weights = new float[senones][Gaussians.STREAMS][];
        for (float[][] senone : weights) {
            for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
                senone[stream] = shares(SphinxFile.floats(buffer, Gaussians.DENSITIES));
            }
        }
        return weights;
    }

    private static float[] shares(float[] counts) {
        scaleToOne(counts);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(counts[i], LEAST_WEIGHT);
        }
        scaleToOne(counts);
        return counts;
    }

    private static void scaleToOne(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] / sum);
        }
    }

    private static double[][] stays(int phones) {
        String name = "en-us/transition_matrices";
        ByteBuffer buffer = SphinxFile.numbers(name);
        expect(name, buffer.getInt(), phones);
        expect(name, buffer.getInt(), Phones.STATES);
        expect(name, buffer.getInt(), Phones.STATES + 1);
        buffer.getInt();
        double[][] stays = new double[phones][Phones.STATES];
        for (double[] phone : stays) {
            for (int state = 0; state < Phones.STATES; state++) {
                float[] row = SphinxFile.floats(buffer, Phones.STATES + 1);
                double sum = 0;
                for (float value : row) {
                    sum += Math.max(value, 0);
                }
                phone[state] = Math.min(Math.max(row[state] / sum, LEAST_STAY), 1 - LEAST_STAY);
            }
        }
        return stays;
    }

    private static void expect(String name, int found, int expected) {
        if (found != expected) {
            throw new IllegalStateException(name + ": found " + found + "; expected " + expected);
        }
    }
}

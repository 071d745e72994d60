package dev.sotto.nlu.intent;

import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import java.util.Arrays;
import java.util.List;

/**
 * From evidence to the chance that the likeliest class is right: a logistic function of the log-odds and the nearness,
 * fitted on held-out examples (right or wrong) and on lines that belong to no bot (wrong).
 *
 * @param margin weight of the log-odds
 * @param nearness weight of the nearness
 * @param known weight of the share of known words
 * @param inside weight of what speaks for the bot's subject
 * @param bias constant term
 */
public record Calibration(double margin, double nearness, double known, double inside, double bias) {

    private static final int ROUNDS = 50;
    private static final int FEATURES = 4;

    /** Keeps the weights finite where the two kinds part perfectly. On standardised features. */
    private static final double DECAY = 1e-4;

    /** A piece of evidence, what it should have said, and how much it counts. */
    record Judged(Evidence evidence, boolean right, double weight) {}

    /** Returns the chance, 0 to 1. */
    double chance(Evidence evidence) {
        double z = margin * evidence.margin()
                + nearness * evidence.nearness()
                + known * evidence.known()
                + inside * evidence.inside()
                + bias;
        return 1 / (1 + Math.exp(-z));
    }

    /**
     * Fits by Newton's method; the same list gives the same numbers. A feature
     * that speaks against all sense is left out, so neither weight comes out below zero.
     */
    static Calibration fit(List<Judged> judged) {
        double[][] features = new double[judged.size()][];
        for (int i = 0; i < features.length; i++) {
            Evidence evidence = judged.get(i).evidence();
            features[i] = new double[] {evidence.margin(), evidence.nearness(), evidence.known(), evidence.inside()};
        }
        double[] mean = new double[FEATURES];
        double[] deviation = new double[FEATURES];
        standardise(features, judged, mean, deviation);
        double[] w = newton(features, judged);
        for (int j = 0; j < FEATURES; j++) {
            if (w[j] < 0) {
                for (double[] feature : features) {
                    feature[j] = 0;
                }
                w = newton(features, judged);
            }
        }
        double bias = w[FEATURES];
        for (int j = 0; j < FEATURES; j++) {
            w[j] /= deviation[j];
            bias -= w[j] * mean[j];
        }
        return new Calibration(w[0], w[1], w[2], w[3], bias);
    }

    private static void standardise(double[][] features, List<Judged> judged, double[] mean, double[] deviation) {
        double total = 0;
        for (Judged one : judged) {
            total += one.weight();
        }
        for (int j = 0; j < FEATURES; j++) {
            for (int i = 0; i < features.length; i++) {
                mean[j] += features[i][j] * judged.get(i).weight() / total;
            }
            double squares = 0;
            for (int i = 0; i < features.length; i++) {
                squares += Math.pow(features[i][j] - mean[j], 2) * judged.get(i).weight() / total;
            }
            deviation[j] = Math.max(Math.sqrt(squares), 1e-6);
            for (double[] feature : features) {
                feature[j] = (feature[j] - mean[j]) / deviation[j];
            }
        }
    }

    private static double[] newton(double[][] features, List<Judged> judged) {
        int size = FEATURES + 1;
        double[] w = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int j = 0; j < FEATURES; j++) {
                gradient[j] = DECAY * w[j];
                curvature[j][j] = DECAY;
            }
            curvature[FEATURES][FEATURES] = 1e-9;
            for (int i = 0; i < features.length; i++) {
                accumulate(Arrays.copyOf(features[i], size), judged.get(i), w, gradient, curvature);
            }
            double[] step = solve(curvature, gradient);
            for (int r = 0; r < size; r++) {
                w[r] -= step[r];
            }
        }
        return w;
    }

    private static void accumulate(double[] x, Judged judged, double[] w, double[] gradient, double[][] curvature) {
        x[FEATURES] = 1;
        double z = 0;
        for (int j = 0; j < x.length; j++) {
            z += w[j] * x[j];
        }
        double p = 1 / (1 + Math.exp(-z));
        double error = (p - (judged.right() ? 1 : 0)) * judged.weight();
        double slope = Math.max(p * (1 - p), 1e-4) * judged.weight();
        for (int r = 0; r < x.length; r++) {
            gradient[r] += error * x[r];
            for (int c = 0; c < x.length; c++) {
                curvature[r][c] += slope * x[r] * x[c];
            }
        }
    }

    /** Solves linear equations by elimination; the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int p = 0; p < size; p++) {
            for (int r = p + 1; r < size; r++) {
                double factor = matrix[r][p] / matrix[p][p];
                for (int c = p; c < size; c++) {
                    matrix[r][c] -= factor * matrix[p][c];
                }
                right[r] -= factor * right[p];
            }
        }
        double[] x = new double[size];
        for (int r = size - 1; r >= 0; r--) {
            double sum = right[r];
            for (int c = r + 1; c < size; c++) {
                sum -= matrix[r][c] * x[c];
            }
            x[r] = sum / matrix[r][r];
        }
        return x;
    }

    /** Writes it. */
    public void write(ModelOutput out) {
        out.putFloat((float) margin);
        out.putFloat((float) nearness);
        out.putFloat((float) known);
        out.putFloat((float) inside);
        out.putFloat((float) bias);
    }

    /** Reads what {@link #write} wrote. */
    public static Calibration read(ModelInput in) {
        return new Calibration(in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat(), in.getFloat());
    }
}

package dev.sotto.nlu.intent;

import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import java.util.List;

/**
 * From evidence to the chance that the likeliest class is right: a logistic function of the log-odds and the nearness,
 * fitted on held-out examples (right or wrong) and on lines that belong to no bot (wrong).
 *
 * @param margin weight of the log-odds
 * @param nearness weight of the nearness
 * @param bias constant term
 */
public record Calibration(double margin, double nearness, double bias) {

    private static final int ROUNDS = 50;

    /** Keeps the weights finite where the two kinds part perfectly. On standardised features. */
    private static final double DECAY = 1e-4;

    /** A piece of evidence, what it should have said, and how much it counts. */
    record Judged(Evidence evidence, boolean right, double weight) {}

    /** Returns the chance, 0 to 1. */
    double chance(Evidence evidence) {
        double z = margin * evidence.margin() + nearness * evidence.nearness() + bias;
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
            features[i] = new double[] {evidence.margin(), evidence.nearness()};
        }
        double[] mean = new double[2];
        double[] deviation = new double[2];
        standardise(features, judged, mean, deviation);
        double[] w = newton(features, judged);
        for (int j = 0; j < 2; j++) {
            if (w[j] < 0) {
                for (double[] feature : features) {
                    feature[j] = 0;
                }
                w = newton(features, judged);
            }
        }
        double a = w[0] / deviation[0];
        double b = w[1] / deviation[1];
        return new Calibration(a, b, w[2] - a * mean[0] - b * mean[1]);
    }

    private static void standardise(double[][] features, List<Judged> judged, double[] mean, double[] deviation) {
        double total = 0;
        for (Judged one : judged) {
            total += one.weight();
        }
        for (int j = 0; j < 2; j++) {
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
        double[] w = new double[3];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = {DECAY * w[0], DECAY * w[1], 0};
            double[][] curvature = {{DECAY, 0, 0}, {0, DECAY, 0}, {0, 0, 1e-9}};
            for (int i = 0; i < features.length; i++) {
                double[] x = {features[i][0], features[i][1], 1};
                double p = 1 / (1 + Math.exp(-(w[0] * x[0] + w[1] * x[1] + w[2])));
                double weight = judged.get(i).weight();
                double error = (p - (judged.get(i).right() ? 1 : 0)) * weight;
                double slope = Math.max(p * (1 - p), 1e-4) * weight;
                for (int r = 0; r < 3; r++) {
                    gradient[r] += error * x[r];
                    for (int c = 0; c < 3; c++) {
                        curvature[r][c] += slope * x[r] * x[c];
                    }
                }
            }
            double[] step = solve(curvature, gradient);
            for (int r = 0; r < 3; r++) {
                w[r] -= step[r];
            }
        }
        return w;
    }

    /** Solves three linear equations by elimination; the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        for (int p = 0; p < 3; p++) {
            for (int r = p + 1; r < 3; r++) {
                double factor = matrix[r][p] / matrix[p][p];
                for (int c = p; c < 3; c++) {
                    matrix[r][c] -= factor * matrix[p][c];
                }
                right[r] -= factor * right[p];
            }
        }
        double[] x = new double[3];
        for (int r = 2; r >= 0; r--) {
            double sum = right[r];
            for (int c = r + 1; c < 3; c++) {
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
        out.putFloat((float) bias);
    }

    /** Reads what {@link #write} wrote. */
    public static Calibration read(ModelInput in) {
        return new Calibration(in.getFloat(), in.getFloat(), in.getFloat());
    }
}

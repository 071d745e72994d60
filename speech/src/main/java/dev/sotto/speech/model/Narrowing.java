package dev.sotto.speech.model;

import dev.sotto.speech.spectrum.Cepstrum;

/**
 * Gaussians for fewer bands. Cepstra over some of the bands are sums of cepstra over all, so that means and variances
 * follow without a draw.
 */
final class Narrowing {

    private final double[][] matrix = new double[Gaussians.SIZE][Gaussians.SIZE];

    Narrowing(Cepstrum cepstrum) {
        double[] one = new double[Gaussians.SIZE];
        for (int from = 0; from < one.length; from++) {
            one[from] = 1;
            double[] column = cepstrum.of(Cepstrum.WIDE.back(one));
            for (int to = 0; to < one.length; to++) {
                matrix[to][from] = column[to];
            }
            one[from] = 0;
        }
    }

    Gaussians of(Gaussians wide) {
        Gaussians narrow = new Gaussians(wide.phones());
        for (int phone = 0; phone < wide.phones(); phone++) {
            for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
                for (int density = 0; density < Gaussians.DENSITIES; density++) {
                    narrow(
                            wide.mean(phone, stream, density),
                            wide.variance(phone, stream, density),
                            narrow.mean(phone, stream, density),
                            narrow.variance(phone, stream, density));
                }
            }
        }
        return narrow;
    }

    private void narrow(float[] mean, float[] variance, float[] narrowMean, float[] narrowVariance) {
        for (int to = 0; to < matrix.length; to++) {
            double sum = 0;
            double spread = 0;
            for (int from = 0; from < matrix.length; from++) {
                sum += matrix[to][from] * mean[from];
                spread += matrix[to][from] * matrix[to][from] * variance[from];
            }
            narrowMean[to] = (float) sum;
            narrowVariance[to] = (float) spread;
        }
    }
}

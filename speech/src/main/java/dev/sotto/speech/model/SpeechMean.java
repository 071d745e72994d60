package dev.sotto.speech.model;

/**
 * The mean of what the model holds to be speech: over all phones of speech alike, within a phone by the mean weight that
 * its senones give each Gaussian. Immutable.
 */
final class SpeechMean {

    private final SphinxModel model;
    private final double[][] weights;

    SpeechMean(SphinxModel model) {
        this.model = model;
        Phones phones = model.phones();
        this.weights = new double[phones.count()][Gaussians.DENSITIES];
        int[] senones = new int[phones.count()];
        for (int senone = 0; senone < phones.senones(); senone++) {
            int phone = phones.phoneOfSenone(senone);
            senones[phone]++;
            float[] row = model.weights(senone, 0);
            for (int density = 0; density < Gaussians.DENSITIES; density++) {
                weights[phone][density] += row[density];
            }
        }
        for (int phone = 0; phone < weights.length; phone++) {
            for (int density = 0; density < Gaussians.DENSITIES; density++) {
                weights[phone][density] /= senones[phone];
            }
        }
    }

    /** Returns the mean of the first stream. */
    double[] of(Gaussians gaussians) {
        double[] mean = new double[Gaussians.SIZE];
        double sum = 0;
        for (int phone = 0; phone < weights.length; phone++) {
            if (!model.phones().isSpeech(phone)) {
                continue;
            }
            for (int density = 0; density < Gaussians.DENSITIES; density++) {
                double weight = weights[phone][density];
                sum += weight;
                float[] row = gaussians.mean(phone, 0, density);
                for (int k = 0; k < Gaussians.SIZE; k++) {
                    mean[k] += weight * row[k];
                }
            }
        }
        for (int k = 0; k < Gaussians.SIZE; k++) {
            mean[k] /= sum;
        }
        return mean;
    }
}

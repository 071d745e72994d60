package dev.sotto.nlu.intent;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;

/**
 * The three heads on the sentence vector: softmax regression, centroids, nearest prototypes. Immutable and safe for any
 * thread.
 */
final class VectorHeads {

    /** From the cosine to a centroid to a score. */
    private static final float SHARPNESS = 20;

    private final Centring centring;
    private final float[] regression;
    private final float[] centroids;
    private final Prototypes prototypes;

    /**
     * @param centring applied to every vector first
     * @param regression one row of class weights for each number, then the bias
     * @param centroids one row of class weights for each number, then a bias of zeros
     * @param prototypes of the vectors as the encoder gives them
     */
    private VectorHeads(Centring centring, float[] regression, float[] centroids, Prototypes prototypes) {
        this.centring = centring;
        this.regression = regression;
        this.centroids = centroids;
        this.prototypes = prototypes;
    }

    static VectorHeads train(float[][] vectors, int[] labels, int classes, Schedule schedule, int prototypes) {
        Centring centring = Centring.of(vectors, labels, classes);
        float[][] centred = centring.apply(vectors);
        float[] regression = new SoftmaxTrainer(centred, labels, classes).fit(schedule);
        return new VectorHeads(
                centring,
                regression,
                centroids(centred, labels, classes),
                Prototypes.of(vectors, labels, classes, prototypes));
    }

    /**
     * Judges a vector.
     *
     * @param mix the weights of the heads; that of the n-grams is left to the caller
     * @return logarithms, up to a constant, and the nearness to the nearest prototype
     */
    Evidence judge(float[] vector, int classes, Pool.Mix mix) {
        float[] centred = centring.apply(vector);
        float[] byRegression = new float[classes];
        DenseRows.multiply(regression, centred, classes, byRegression);
        Softmax.normaliseLogs(byRegression);
        float[] byCentroid = new float[classes];
        DenseRows.multiply(centroids, Vectors.normalised(centred), classes, byCentroid);
        Softmax.normaliseLogs(byCentroid);
        float[] byNeighbour = prototypes.nearness(vector, classes);
        float nearest = -1;
        for (int k = 0; k < classes; k++) {
            nearest = Math.max(nearest, byNeighbour[k]);
            byNeighbour[k] *= SHARPNESS;
        }
        Softmax.normaliseLogs(byNeighbour);
        for (int k = 0; k < classes; k++) {
            byRegression[k] = mix.regression() * byRegression[k]
                    + mix.centroids() * byCentroid[k]
                    + mix.neighbours() * byNeighbour[k];
        }
        return new Evidence(byRegression, nearest, 0, 0);
    }

    /** Returns how many numbers a vector must have. */
    int dimension() {
        return prototypes.dimension();
    }

    private static float[] centroids(float[][] centred, int[] labels, int classes) {
        int dimension = centred[0].length;
        float[][] sums = new float[classes][dimension];
        for (int i = 0; i < centred.length; i++) {
            Vectors.add(sums[labels[i]], 0, Vectors.normalised(centred[i]));
        }
        float[] rows = new float[(dimension + 1) * classes];
        for (int k = 0; k < classes; k++) {
            float[] centroid = Vectors.normalised(sums[k]);
            for (int d = 0; d < dimension; d++) {
                rows[d * classes + k] = SHARPNESS * centroid[d];
            }
        }
        return rows;
    }

    void write(ModelOutput out) {
        centring.write(out);
        out.putFloats(regression);
        out.putFloats(centroids);
        out.putInts(prototypes.labels());
        out.putFloats(prototypes.rows());
    }

    static VectorHeads read(ModelInput in, int classes) {
        Centring centring = Centring.read(in);
        int dimension = centring.mean().length;
        int size = (dimension + 1) * classes;
        float[] regression = in.getFloats(size);
        float[] centroids = in.getFloats(size);
        int[] labels = in.getInts();
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new CorruptModelException("a prototype of an unknown intent");
            }
        }
        float[] rows = in.getFloats(labels.length * dimension);
        return new VectorHeads(centring, regression, centroids, new Prototypes(dimension, rows, labels));
    }
}

package dev.sotto.nlu.intent;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;

/**
 * The two heads on the sentence vector, softmax regression and centroids, and the prototypes. Immutable and safe for
 * any thread.
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
        Centring centring = Centring.of(vectors);
        float[][] centred = centring.apply(vectors);
        float[] regression = new SoftmaxTrainer(centred, labels, classes).fit(schedule);
        return new VectorHeads(
                centring,
                regression,
                centroids(centred, labels, classes),
                Prototypes.of(vectors, labels, classes, prototypes));
    }

    /** Returns the mixed logarithms of the two heads' probabilities, the given share from the centroids. */
    float[] logs(float[] vector, int classes, float centroidShare) {
        float[] centred = centring.apply(vector);
        float[] byRegression = new float[classes];
        DenseRows.multiply(regression, centred, classes, byRegression);
        Softmax.normaliseLogs(byRegression);
        float[] byCentroid = new float[classes];
        DenseRows.multiply(centroids, Vectors.normalised(centred), classes, byCentroid);
        Softmax.normaliseLogs(byCentroid);
        for (int k = 0; k < classes; k++) {
            byRegression[k] = (1 - centroidShare) * byRegression[k] + centroidShare * byCentroid[k];
        }
        return byRegression;
    }

    /** Returns the cosine of a vector to the nearest prototype. */
    float nearness(float[] vector) {
        return prototypes.nearness(vector);
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
        out.putFloats(centring.mean());
        out.putFloat(centring.scale());
        out.putFloats(regression);
        out.putFloats(centroids);
        out.putFloats(prototypes.rows());
    }

    static VectorHeads read(ModelInput in, int classes) {
        float[] mean = in.getFloats();
        Centring centring = new Centring(mean, in.getFloat());
        int size = (mean.length + 1) * classes;
        float[] regression = in.getFloats(size);
        float[] centroids = in.getFloats(size);
        float[] rows = in.getFloats();
        if (mean.length == 0 || rows.length % mean.length != 0) {
            throw new CorruptModelException("prototypes of another dimension than the vectors");
        }
        return new VectorHeads(centring, regression, centroids, new Prototypes(mean.length, rows));
    }
}

package dev.sotto.nlu.intent;

import java.util.Arrays;

/**
 * A few typical vectors of each class, by spherical k-means inside the class; all of its examples where they are few.
 * They tell which class has something most like a text, and how near the text lies to anything the bot knows, at a small
 * part of the cost of comparing it with every example.
 *
 * @param dimension numbers in a vector
 * @param rows the prototypes one after another, each of length 1
 * @param labels the class of each
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and written to by nobody.
record Prototypes(int dimension, float[] rows, int[] labels) {

    private static final int ROUNDS = 10;

    /** Returns the prototypes of vectors of length 1. */
    static Prototypes of(float[][] vectors, int[] labels, int classes, int perClass) {
        int dimension = vectors[0].length;
        float[] rows = new float[classes * perClass * dimension];
        int[] owners = new int[classes * perClass];
        int count = 0;
        for (int k = 0; k < classes; k++) {
            float[][] members = members(vectors, labels, k);
            for (float[] row : cluster(members, Math.min(perClass, members.length))) {
                System.arraycopy(row, 0, rows, count * dimension, dimension);
                owners[count++] = k;
            }
        }
        return new Prototypes(dimension, Arrays.copyOf(rows, count * dimension), Arrays.copyOf(owners, count));
    }

    /** Returns for each class the cosine, -1 to 1, to its nearest prototype. */
    float[] nearness(float[] vector, int classes) {
        float[] best = new float[classes];
        Arrays.fill(best, -1);
        for (int i = 0; i < labels.length; i++) {
            float cosine = Vectors.dot(rows, i * dimension, vector);
            best[labels[i]] = Math.max(best[labels[i]], cosine);
        }
        return best;
    }

    private static float[][] members(float[][] vectors, int[] labels, int label) {
        int count = 0;
        float[][] members = new float[vectors.length][];
        for (int i = 0; i < vectors.length; i++) {
            if (labels[i] == label) {
                members[count++] = vectors[i];
            }
        }
        return Arrays.copyOf(members, count);
    }

    private static float[][] cluster(float[][] members, int clusters) {
        if (clusters == members.length) {
            return members;
        }
        float[][] centres = new float[clusters][];
        for (int c = 0; c < clusters; c++) {
            centres[c] = members[(int) ((long) c * members.length / clusters)];
        }
        for (int round = 0; round < (clusters == 1 ? 1 : ROUNDS); round++) {
            float[][] sums = new float[clusters][members[0].length];
            for (float[] member : members) {
                Vectors.add(sums[nearest(centres, member)], 0, member);
            }
            for (int c = 0; c < clusters; c++) {
                float[] centre = Vectors.normalised(sums[c]);
                // An empty cluster keeps its centre, so that no prototype becomes a vector of zeros.
                centres[c] = Vectors.dot(centre, 0, centre) > 0 ? centre : centres[c];
            }
        }
        return centres;
    }

    private static int nearest(float[][] centres, float[] vector) {
        int best = 0;
        float highest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            float cosine = Vectors.dot(centres[c], 0, vector);
            if (cosine > highest) {
                highest = cosine;
                best = c;
            }
        }
        return best;
    }
}

package dev.sotto.speech.model;

/**
 * Means and variances: for each phone and each of the three streams (cepstra, their slope, its slope), 128 Gaussians of 13
 * dimensions. Mutable while it is computed, and then left alone.
 */
public final class Gaussians {

    /** How many streams. */
    public static final int STREAMS = 3;

    /** How many Gaussians a phone has in each stream. */
    public static final int DENSITIES = 128;

    /** How many dimensions a stream has. */
    public static final int SIZE = 13;

    private final float[][][][] means;
    private final float[][][][] variances;

    /** Gaussians that are all zero yet. */
    public Gaussians(int phones) {
        this.means = new float[phones][STREAMS][DENSITIES][SIZE];
        this.variances = new float[phones][STREAMS][DENSITIES][SIZE];
    }

    /** Returns the mean itself, not a copy. */
    public float[] mean(int phone, int stream, int density) {
        return means[phone][stream][density];
    }

    /** Returns the variance itself, not a copy. */
    public float[] variance(int phone, int stream, int density) {
        return variances[phone][stream][density];
    }

    /** Returns how many phones. */
    public int phones() {
        return means.length;
    }

    Gaussians copy() {
        Gaussians copy = new Gaussians(phones());
        for (int phone = 0; phone < phones(); phone++) {
            for (int stream = 0; stream < STREAMS; stream++) {
                for (int density = 0; density < DENSITIES; density++) {
                    copy.set(phone, stream, density, this, density);
                }
            }
        }
        return copy;
    }

    /** Takes over one Gaussian of another set, of the same phone and stream. */
    void set(int phone, int stream, int density, Gaussians other, int from) {
        System.arraycopy(other.mean(phone, stream, from), 0, means[phone][stream][density], 0, SIZE);
        System.arraycopy(other.variance(phone, stream, from), 0, variances[phone][stream][density], 0, SIZE);
    }
}

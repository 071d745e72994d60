package dev.sotto.speech.spectrum;

/**
 * The cosine transform between the logarithms of band energies and 13 cepstra, lifted as the acoustic model has them, over
 * all bands or over a run of them. Immutable.
 */
public final class Cepstrum {

    /** How many cepstra the acoustic model has. */
    public static final int SIZE = 13;

    /** Over all bands. */
    public static final Cepstrum WIDE = new Cepstrum(0, MelBank.BANDS, SIZE);

    /**
     * Over the bands that a telephone carries whole, 203 to 3,813 Hz. Eighteen bands hold the detail of the first nine
     * cepstra; the others say nothing (measured).
     */
    public static final Cepstrum TELEPHONE = new Cepstrum(1, 18, 9);

    private final int first;
    private final int bands;
    private final int kept;
    private final double[][] forward;
    private final double[][] back;

    private Cepstrum(int first, int bands, int kept) {
        this.first = first;
        this.bands = bands;
        this.kept = kept;
        this.forward = new double[SIZE][bands];
        this.back = new double[bands][SIZE];
        for (int k = 0; k < SIZE; k++) {
            double lift = 1 + 11 * Math.sin(Math.PI * k / 22);
            for (int band = 0; band < bands; band++) {
                double cosine = k == 0
                        ? Math.sqrt(1.0 / bands)
                        : Math.sqrt(2.0 / bands) * Math.cos(Math.PI / bands * (band + 0.5) * k);
                forward[k][band] = lift * cosine;
                back[band][k] = cosine / lift;
            }
        }
    }

    /** Returns the number of the first band. */
    public int first() {
        return first;
    }

    /** Returns how many bands. */
    public int bands() {
        return bands;
    }

    /** Returns how many cepstra say something; those after them are to be ignored. */
    public int kept() {
        return kept;
    }

    /** Writes the cepstra of the logarithms of all 25 band energies. */
    public void of(double[] logMel, double[] cepstra) {
        for (int k = 0; k < SIZE; k++) {
            double sum = 0;
            double[] row = forward[k];
            for (int band = 0; band < bands; band++) {
                sum += row[band] * logMel[first + band];
            }
            cepstra[k] = sum;
        }
    }

    /** Returns the cepstra of the logarithms of all 25 band energies. */
    public double[] of(double[] logMel) {
        double[] cepstra = new double[SIZE];
        of(logMel, cepstra);
        return cepstra;
    }

    /** Writes the smooth logarithms of band energies that belong to cepstra, one for each band of the run. */
    public void back(double[] cepstra, double[] logMel) {
        for (int band = 0; band < bands; band++) {
            double sum = 0;
            double[] row = back[band];
            for (int k = 0; k < SIZE; k++) {
                sum += row[k] * cepstra[k];
            }
            logMel[band] = sum;
        }
    }

    /** Returns the smooth logarithms of band energies that belong to cepstra, one for each band of the run. */
    public double[] back(double[] cepstra) {
        double[] logMel = new double[bands];
        back(cepstra, logMel);
        return logMel;
    }
}

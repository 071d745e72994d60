package dev.sotto.speech.audio;

/** Kaiser's windows, by how far down they bring what lies beyond the edge of a filter. */
enum Kaiser {
    /** 80 dB. */
    PLAIN(8),
    /** 120 dB, with edges half as wide again. */
    STEEP(12.3);

    private final double shape;

    Kaiser(double shape) {
        this.shape = shape;
    }

    /** Returns the window at a place, -1 to 1; 0 beyond. */
    double at(double place) {
        return Math.abs(place) >= 1 ? 0 : bessel(shape * Math.sqrt(1 - place * place)) / bessel(shape);
    }

    /** The modified Bessel function of the first kind, order 0, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= x / 2 / k * (x / 2 / k);
            sum += term;
        }
        return sum;
    }
}

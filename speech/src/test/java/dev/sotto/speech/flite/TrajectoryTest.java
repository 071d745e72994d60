package dev.sotto.speech.flite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrajectoryTest {

    private static double[] row(Random random, int frames, double least, double most) {
        return random.doubles(frames, least, most).toArray();
    }

    /** What is to be as small as can be. */
    private static double cost(
            double[] way, double[] means, double[] spreads, double[] changes, double[] changeSpreads) {
        double cost = 0;
        for (int t = 0; t < way.length; t++) {
            double before = t > 0 ? way[t - 1] : 0;
            double after = t + 1 < way.length ? way[t + 1] : 0;
            cost += Math.pow((way[t] - means[t]) / spreads[t], 2)
                    + Math.pow(((after - before) / 2 - changes[t]) / changeSpreads[t], 2);
        }
        return cost;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 60})
    void findsTheLikeliestWay(int frames) {
        Random random = new Random(frames);
        double[] means = row(random, frames, -3, 3);
        double[] spreads = row(random, frames, 0.1, 2);
        double[] changes = row(random, frames, -1, 1);
        double[] changeSpreads = row(random, frames, 0.05, 1);

        double[] way = new Trajectory(frames).solve(means, spreads, changes, changeSpreads);

        double least = cost(way, means, spreads, changes, changeSpreads);
        for (int t = 0; t < frames; t++) {
            double slope = 0;
            for (double step : new double[] {-1e-4, 1e-4}) {
                double[] other = way.clone();
                other[t] += step;
                double cost = cost(other, means, spreads, changes, changeSpreads);
                assertThat(cost).isGreaterThan(least);
                slope += Math.signum(step) * cost;
            }
            assertThat(slope / 2e-4).isCloseTo(0, Offset.offset(1e-4));
        }
    }

    @Test
    void goesThroughTheMeansWhereNothingIsKnownOfChanges() {
        double[] means = {1, 5, -2, 8};
        double[] one = {1, 1, 1, 1};
        double[] unknown = {1e9, 1e9, 1e9, 1e9};

        assertThat(new Trajectory(4).solve(means, one, new double[4], unknown))
                .containsExactly(means, Offset.offset(1e-9));
    }

    @Test
    void mindsNoSpreadOfNothing() {
        double[] way = new Trajectory(3).solve(new double[] {1, 2, 3}, new double[3], new double[3], new double[3]);

        assertThat(way).doesNotContain(Double.NaN);
    }
}

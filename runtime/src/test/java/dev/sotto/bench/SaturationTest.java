package dev.sotto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SaturationTest {

    @ParameterizedTest
    @ValueSource(doubles = {7, 90, 299, 300, 301, 1234, 9000})
    void findsTheLimitFromBothSides(double limit) throws IOException, TimeoutException {
        Saturation found = Saturation.search(300, 20_000, rate -> rate <= limit);

        assertThat(found.borne()).isLessThanOrEqualTo(limit).isGreaterThan(limit / 1.13);
        assertThat(found.unbearable().orElseThrow()).isGreaterThan(limit).isLessThan(limit * 1.13);
    }

    @Test
    void endsWithAServerThatBearsNothing() throws IOException, TimeoutException {
        Saturation found = Saturation.search(300, 20_000, rate -> false);

        assertThat(found.borne()).isZero();
        assertThat(found.unbearable()).isPresent();
    }

    @Test
    void endsWithAServerThatBearsEverything() throws IOException, TimeoutException {
        Saturation found = Saturation.search(300, 20_000, rate -> true);

        assertThat(found.borne()).isBetween(20_000.0, 30_000.0);
        assertThat(found.unbearable()).isEmpty();
    }
}

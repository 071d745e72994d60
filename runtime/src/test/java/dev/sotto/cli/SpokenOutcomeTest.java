package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpokenOutcomeTest {

    private static boolean accepted(
            Map<String, String> wanted, Map<String, String> found, SpokenOutcome.Strictness by) {
        SpokenRow row = new SpokenRow(
                "a.wav", Path.of("a.wav"), Optional.empty(), Optional.of(new SpokenRow.Wanted("order", wanted)));
        return new SpokenOutcome(row, "", Optional.of("order"), found, 1, 1).isAccepted(by);
    }

    @Test
    void acceptsValuesInAnyCase() {
        assertThat(accepted(Map.of("a", " Green Tea"), Map.of("a", "green tea"), SpokenOutcome.Strictness.TO_THE_WORD))
                .isTrue();
    }

    @Test
    void refusesASlotTooManyOrTooFew() {
        Map<String, String> one = Map.of("a", "tea");
        Map<String, String> two = Map.of("a", "tea", "b", "milk");

        assertThat(accepted(one, two, SpokenOutcome.Strictness.LOTS_ARE_A_LOT)).isFalse();
        assertThat(accepted(two, one, SpokenOutcome.Strictness.LOTS_ARE_A_LOT)).isFalse();
    }

    @Test
    void takesLotsForALotOnlyWhereThatIsAskedFor() {
        Map<String, String> lots = Map.of("a", "lots of milk");
        Map<String, String> aLot = Map.of("a", "a lot of milk");

        assertThat(accepted(lots, aLot, SpokenOutcome.Strictness.LOTS_ARE_A_LOT))
                .isTrue();
        assertThat(accepted(lots, aLot, SpokenOutcome.Strictness.TO_THE_WORD)).isFalse();
    }
}

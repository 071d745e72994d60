package dev.sotto.nlu.slot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {

    @ParameterizedTest
    @CsvSource({"capuccino,cappuccino", "lattte,latte", "lagre,large", "expresso,espresso", "americanos,americano"})
    void forgivesOneSlip(String written, String meant) {
        assertThat(Misspelling.isOneSlip(written, meant)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"latte,latte", "barge,large", "lagree,large", "lrage,grale", "medum,madium", "small,smaller"})
    void forgivesNoMore(String written, String meant) {
        assertThat(Misspelling.isOneSlip(written, meant)).isFalse();
    }
}

package dev.sotto.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "a b c,a b c,0",
        "a b c,a x c,1",
        "a b c,a c,1",
        "a b c,a b b c,1",
        "a b c,'',3",
        "'',a b,2",
        "Pay Anna!,pay anna,0"
    })
    void countsTheLeastNumberOfChanges(String said, String heard, int errors) {
        assertThat(WordErrors.between(WordErrors.words(said), WordErrors.words(heard)))
                .isEqualTo(errors);
    }
}

package dev.sotto.speech.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What's my balance?|what's my balance",
                "don\u2019t|don't",
                "top-up 20 now|top up twenty now",
                "room 105|room one hundred five",
                "pin 0042|pin zero zero four two",
                "a b and I|a. b. and i",
                "call 01234|call zero one two three four",
                "!?|''"
            })
    void speaksWhatIsWritten(String written, String spoken) {
        assertThat(String.join(" ", SpokenText.words(written))).isEqualTo(spoken);
    }
}

package dev.sotto.speech.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberWordsTest {

    private static final RuleBasedNumberFormat ORACLE =
            new RuleBasedNumberFormat(Locale.US, RuleBasedNumberFormat.SPELLOUT);

    @Test
    void spellsNumbersLikeIcu() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            long number = random.nextLong(1L << random.nextInt(1, 49));

            assertThat(NumberWords.cardinal(number))
                    .isEqualTo(ORACLE.format(number).replace('-', ' '));
            assertThat(NumberWords.ordinal(number))
                    .isEqualTo(ORACLE.format(number, "%spellout-ordinal").replace('-', ' '));
        }
    }
}

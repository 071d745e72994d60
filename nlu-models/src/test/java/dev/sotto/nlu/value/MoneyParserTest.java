package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyParserTest {

    private static List<String> whole(Locale locale, String text, Occasion occasion) {
        Words words = Words.of(text);
        return new MoneyParser(locale)
                .parseWords(Spoken.of(words, Locale.UK, Moment.EXAMPLE), 0, occasion)
                .filter(value -> value.to() == words.size())
                .map(FoundValue::resolved)
                .orElse(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "twenty pounds|GBP 20.00",
                "£4.50|GBP 4.50",
                "£ 1,000|GBP 1000.00",
                "€5|EUR 5.00",
                "$5.5|USD 5.50",
                "GBP 20|GBP 20.00",
                "20 gbp|GBP 20.00",
                "20 CHF|CHF 20.00",
                "four pounds fifty|GBP 4.50",
                "four pounds and twenty pence|GBP 4.20",
                "4 euros 20|EUR 4.20",
                "fifty pence|GBP 0.50",
                "50p|GBP 0.50",
                "a fiver|GBP 5.00",
                "two tenners|GBP 20.00",
                "a pound|GBP 1.00",
                "20 quid|GBP 20.00",
                "two grand|GBP 2000.00",
                "5k euros|EUR 5000.00",
                "two and a half thousand pounds|GBP 2500.00",
                "ten Swiss francs|CHF 10.00",
                "fifteen bucks|USD 15.00",
                "3 dimes|USD 0.30",
                "4.555 pounds|GBP 4.56",
            })
    void readsSumsAsPeopleSayThem(String text, String sum) {
        assertThat(whole(Locale.UK, text, Occasion.VOLUNTEERED)).containsExactly(sum);
    }

    @ParameterizedTest
    @CsvSource({"en-US,USD 5.00", "en-CA,CAD 5.00", "en-AU,AUD 5.00", "en-GB,USD 5.00"})
    void knowsTheDollarOfThePlace(String locale, String sum) {
        assertThat(whole(Locale.forLanguageTag(locale), "five dollars", Occasion.VOLUNTEERED))
                .containsExactly(sum);
    }

    @ParameterizedTest
    @CsvSource({"en-GB,GBP 20.00", "en-US,USD 20.00", "en-IE,EUR 20.00", "en,GBP 20.00"})
    void takesABareNumberAsTheLocalesMoneyIfAsked(String locale, String sum) {
        assertThat(whole(Locale.forLanguageTag(locale), "twenty", Occasion.ASKED))
                .containsExactly(sum);
        assertThat(whole(Locale.forLanguageTag(locale), "twenty", Occasion.VOLUNTEERED))
                .isEmpty();
    }

    @Test
    void readsTwoPairsAsPoundsFirst() {
        assertThat(whole(Locale.UK, "four fifty", Occasion.ASKED)).containsExactly("GBP 450.00", "GBP 4.50");
        assertThat(whole(Locale.UK, "nineteen ninety nine", Occasion.ASKED))
                .containsExactly("GBP 1999.00", "GBP 19.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minus twenty pounds", "-20 pounds", "£-20", "-20", "pounds", "20 TRYING", "try 20"})
    void leavesAloneWhatIsNone(String text) {
        assertThat(whole(Locale.UK, text, Occasion.ASKED)).isEmpty();
    }

    @Test
    void readsBackRandomSums() {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(Locale.UK, RuleBasedNumberFormat.SPELLOUT);
        Random random = new Random(6);
        for (int round = 0; round < 3_000; round++) {
            int pounds = 1 + random.nextInt(10_000);
            int pence = random.nextInt(100);
            String sum = "GBP " + BigDecimal.valueOf(pounds * 100L + pence, 2).toPlainString();
            String spelt = spelling.format(pounds) + " pounds"
                    + (pence == 0 ? "" : " and " + spelling.format(pence) + " pence");

            assertThat(whole(Locale.UK, spelt, Occasion.VOLUNTEERED)).as(spelt).containsExactly(sum);
            assertThat(whole(Locale.UK, "£" + pounds + "." + (pence < 10 ? "0" : "") + pence, Occasion.VOLUNTEERED))
                    .containsExactly(sum);
        }
    }
}

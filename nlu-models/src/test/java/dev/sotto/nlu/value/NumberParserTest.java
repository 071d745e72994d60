package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.text.RandomText;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

    private final NumberParser parser = new NumberParser(Locale.UK);

    private Optional<String> whole(String text, Occasion occasion) {
        Words words = Words.of(text);
        return parser.parseWords(Spoken.of(words, Locale.UK, Moment.EXAMPLE), 0, occasion)
                .filter(value -> value.to() == words.size())
                .map(value -> value.resolved().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "007|7",
                "1,234.50|1234.5",
                "-15.245|-15.245",
                "minus fifteen point two four five|-15.245",
                "point forty two|0.42",
                "zero point four two|0.42",
                "0.42|0.42",
                "twenty-one|21",
                "a hundred|100",
                "one hundred and five|105",
                "fifteen hundred|1500",
                "two thousand and ten|2010",
                "three million two hundred thousand|3200000",
                "2.5 million|2500000",
                "5k|5000",
                "two and a half|2.5",
                "two and a half thousand|2500",
                "half a million|500000",
                "half a dozen|6",
                "a couple|2",
                "one and three quarters|1.75",
                "3/4|0.75",
                "nineteen eighty four|1984",
                "twenty oh five|2005",
                "four fifty|450",
                "one two three|123",
                "four seven one one|4711",
                "forty seven eleven|4711",
                "3 hundred and fifty|350",
                "one hundred twenty three thousand four hundred fifty six|123456",
            })
    void readsNumbersAsPeopleSayThem(String text, String number) {
        assertThat(whole(text, Occasion.VOLUNTEERED)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "and", "point", "2nd", "4pm", "10-20", "1/2/2026", "1.2.3", "4,50", "12:30", "oh", "hundred"
            })
    void leavesAloneWhatIsNone(String text) {
        assertThat(whole(text, Occasion.VOLUNTEERED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none,0", "half,0.5"})
    void readsSomeWordsAsAnswersOnly(String text, String number) {
        assertThat(whole(text, Occasion.ASKED)).contains(number);
        assertThat(whole(text, Occasion.VOLUNTEERED)).isEmpty();
    }

    @Test
    void readsBackWhatAnotherLibrarySpellsOut() {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(Locale.UK, RuleBasedNumberFormat.SPELLOUT);
        Random random = new Random(3);
        for (String rules : new String[] {"%spellout-numbering", "%spellout-cardinal-verbose"}) {
            for (int round = 0; round < 3_000; round++) {
                long number = Math.floorMod(random.nextLong(), (long) Math.pow(10, 1 + random.nextInt(15)));
                String spelt = spelling.format(number, rules).replace(",", "");

                assertThat(whole(spelt, Occasion.VOLUNTEERED)).as(spelt).contains(Long.toString(number));
            }
        }
    }

    @Test
    void readsBackYears() {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(Locale.UK, RuleBasedNumberFormat.SPELLOUT);
        for (int year = 1010; year < 2100; year++) {
            String spelt = spelling.format(year, "%spellout-numbering-year").replace('’', '\'');

            assertThat(whole(spelt, Occasion.VOLUNTEERED)).as(spelt).contains(Integer.toString(year));
        }
    }

    @Test
    void readsBackDecimals() {
        RuleBasedNumberFormat spelling = new RuleBasedNumberFormat(Locale.UK, RuleBasedNumberFormat.SPELLOUT);
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            BigDecimal number = BigDecimal.valueOf(random.nextInt(1_000_000) - 500_000, 1 + random.nextInt(3));
            String spelt = spelling.format(number.doubleValue());

            assertThat(whole(spelt, Occasion.VOLUNTEERED)).as(spelt).contains(NumberParser.plain(number));
        }
    }

    @Test
    void survivesAnyText() {
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            Words words = Words.of(RandomText.of(random, 30));
            for (int at = 0; at < words.size(); at++) {
                int from = at;
                parser.parseWords(Spoken.of(words, Locale.UK, Moment.EXAMPLE), at, Occasion.ASKED)
                        .ifPresent(value -> assertThat(value.from()).isEqualTo(from));
            }
        }
    }
}

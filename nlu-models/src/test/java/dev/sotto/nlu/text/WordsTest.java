package dev.sotto.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "A flat-white, please!|a flat white , please !",
                "I don't know Zoë’s café|i dont know zoes cafe",
                "£4.50 and 1,000|£ 4.50 and 1,000",
                "20pounds or -15.2 or 10-20|20 pounds or -15.2 or 10 20",
                "and/or ÆON straße|and or æon strasse",
                "it's 5pm, isn't it?|its 5 pm , isnt it ?",
                "'quoted'|\" quoted \"",
            })
    void cutsAndFolds(String text, String folded) {
        Words words = Words.of(text);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            found.add(words.get(i));
        }

        assertThat(String.join(" ", found)).isEqualTo(folded);
    }

    @Test
    void remembersWhereWordsStood() {
        String text = "  pay  Zoë, now";
        Words words = Words.of(text);

        assertThat(text.substring(words.start(1), words.end(1))).isEqualTo("Zoë");
        assertThat(words.text(0, 2)).isEqualTo("pay  Zoë");
    }

    @Test
    void hasOneKeyForTextsThatDifferInCaseAndPunctuation() {
        assertThat(Words.of("What's my BALANCE?").key())
                .isEqualTo(Words.of(" whats  my balance").key());
    }

    @Test
    void coversAnyTextInOrder() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            String text = RandomText.of(random, 40);
            Words words = Words.of(text);
            int end = 0;
            for (int i = 0; i < words.size(); i++) {
                assertThat(words.start(i)).isGreaterThanOrEqualTo(end);
                assertThat(words.end(i)).isGreaterThan(words.start(i)).isLessThanOrEqualTo(text.length());
                end = words.end(i);
            }
        }
    }
}

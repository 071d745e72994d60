package dev.sotto.speech.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.model.Phones;
import dev.sotto.speech.model.SphinxModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PronunciationsTest {

    private static Phones phones;
    private static Dictionary dictionary;
    private Pronunciations pronunciations;

    @BeforeAll
    static void read() {
        phones = SphinxModel.read().phones();
        dictionary = Dictionary.read();
    }

    @BeforeEach
    void begin() {
        pronunciations = new Pronunciations(dictionary, phones);
    }

    private List<String> of(String word) {
        return pronunciations.of(word).stream()
                .map(row -> Arrays.stream(row).mapToObj(phones::name).collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void takesAllThatTheDictionaryHas() {
        assertThat(of("read")).containsExactlyInAnyOrder("R EH D", "R IY D");
        assertThat(pronunciations.guessed()).isEmpty();
    }

    @Test
    void namesALetterThatIsSpeltAndNotTheArticle() {
        assertThat(of(LetterName.of("a"))).containsExactly("EY");
        assertThat(of(LetterName.of("b"))).isEqualTo(of("b"));
        assertThat(of("a")).contains("AH");
    }

    @Test
    void namesLetters() {
        assertThat(of("b")).containsExactly("B IY");
        assertThat(of("a")).contains("AH", "EY");
    }

    @Test
    void guessesWhatNoDictionaryHas() {
        Map<String, String> guesses = Map.of("sottofone", "S AA T AA F AA N", "blicky", "B L IH K IY");

        guesses.forEach((word, sound) -> assertThat(of(word)).containsExactly(sound));
        assertThat(pronunciations.guessed()).containsExactlyInAnyOrder("sottofone", "blicky");
    }

    @Test
    void spellsWhatHasNoVowel() {
        assertThat(of("xqt")).containsExactly("EH K S K Y UW T IY");
    }

    @Test
    void addsWhatBelongsToSomebody() {
        assertThat(of("latte's")).allSatisfy(sound -> assertThat(sound).endsWith(" Z"));
        assertThat(pronunciations.guessed()).isEmpty();
    }

    @Test
    void hearsAccentsAsIfTheyWereNotThere() {
        assertThat(of("caf\u00e9")).isEqualTo(of("cafe"));
        assertThat(of("bl\u00edcky")).containsExactly("B L IH K IY");
    }

    @Test
    void believesTheBotBeforeTheDictionary() {
        Lexicon own = new Lexicon(Map.of("read", List.of(List.of("R", "AY", "D"), List.of("R", "OW", "D"))));
        pronunciations = new Pronunciations(dictionary, own, phones);

        assertThat(of("read")).containsExactly("R AY D", "R OW D");
        assertThat(of("read's")).containsExactly("R AY D Z", "R OW D Z");
        assertThat(of("red")).containsExactly("R EH D");
    }

    @Test
    void takesThePhonesOfTheModelAndNoOthers() {
        List<String> all = IntStream.range(0, phones.count())
                .filter(phones::isSpeech)
                .mapToObj(phones::name)
                .toList();

        assertThat(Lexicon.PHONES).containsExactlyInAnyOrderElementsOf(all);
    }

    /** What is looked at without a dictionary, for it is quicker, comes to the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tea",
                "caf\u00e9",
                "xqt",
                "\u6c34",
                "\u03b1lpha",
                "stra\u00dfe",
                "o'clock",
                "\u00f8l",
                "\u65e5\u672c"
            })
    void knowsWithoutADictionaryWhatCanBeHeard(String word) {
        assertThat(SpokenWords.unheard(word, Lexicon.NONE).isEmpty()).isEqualTo(pronunciations.has(word));
    }

    @Test
    void findsWhereWordsStandThatCannotBeHeard() {
        Lexicon own = new Lexicon(Map.of("\u6c34", List.of(List.of("M", "IY", "Z", "UW"))));

        assertThat(SpokenWords.unheard("a cup of \u8336, please", own))
                .containsExactly(new SpokenWords.Unheard(9, "\u8336"));
        assertThat(SpokenWords.unheard("a cup of \u6c34", own)).isEmpty();
        assertThat(SpokenWords.unheard("\u2605\u2605", own)).hasSize(1);
        assertThat(SpokenWords.unheard("42", own)).isEmpty();
    }

    @Test
    void tellsWhatCannotBeHeard() {
        assertThat(of("\u6c34")).isEmpty();
        assertThat(pronunciations.unheard()).containsExactly("\u6c34");
    }
}

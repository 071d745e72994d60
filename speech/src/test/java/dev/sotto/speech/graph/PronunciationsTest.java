package dev.sotto.speech.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.speech.model.Phones;
import dev.sotto.speech.model.SphinxModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void tellsWhatCannotBeHeard() {
        assertThat(of("\u6c34")).isEmpty();
        assertThat(pronunciations.unheard()).containsExactly("\u6c34");
    }
}

package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.Moment;
import dev.sotto.nlu.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z]{3}[0-9]{4}",
                "A(B|C)?D{2,3}",
                "[^0-9]\\d|x",
                "(?:ab|a)(bc|c)?",
                "\\w{1,3}-?[AB]?",
                "",
                "a?b?c?",
                "((a|b){2}|c){1,2}",
                "[a-c-]x?",
                "\\[\\]"
            })
    void matchesAsJavaDoes(String pattern) {
        Random random = new Random(pattern.hashCode());
        CodePattern own = CodePattern.of(pattern);
        Pattern java = Pattern.compile(pattern);
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9); i > 0; i--) {
                text.append("ABCDXZabcx0123-[]_".charAt(random.nextInt(18)));
            }
            assertThat(own.matches(text))
                    .as(text.toString())
                    .isEqualTo(java.matcher(text).matches());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a*|1",
                "a+|1",
                "a.b|1",
                "a{2,}|1",
                "(a|0",
                "a)|1",
                "[a|0",
                "[]|0",
                "a{|1",
                "\\1|0",
                "(?=a)|1",
                "[b-a]|4",
                "?|0",
                "a{3,2}|1",
                "((a{99}){99}){99}|0",
                "\\|0",
                "a{1000}|1"
            })
    void saysWhatIsWrong(String pattern, int offset) {
        assertThat(CodePattern.flaw(pattern))
                .hasValueSatisfying(flaw -> assertThat(flaw.offset()).isEqualTo(offset));
        assertThatThrownBy(() -> CodePattern.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPatternThatIsTooLong() {
        assertThat(CodePattern.flaw("a".repeat(300))).isEmpty();
        assertThat(CodePattern.flaw("a".repeat(301))).isPresent();
    }

    /** What takes Java's own matcher for ever. */
    @Test
    void takesNoLongerForAPatternThatInvitesTrying() {
        CodePattern pattern = CodePattern.of("((a|a){30}){30}b".replace("{30}){30}", "{10}){10}"));

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(pattern.matches("a".repeat(30))).isFalse());
    }

    @Test
    void takesNoTextOfMoreThanThirtyCharacters() {
        assertThat(CodePattern.of("a{30}").matches("a".repeat(30))).isTrue();
        assertThat(CodePattern.of("a{31}").matches("a".repeat(31))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ABC1234,ABC1234",
        "abc 1234,ABC1234",
        "a as in alpha b c one two double four,ABC1244",
        "ABC123,-",
        "alpha bravo charlie twelve thirty four,ABC1234"
    })
    void readsCodesAsTheyAreSpelled(String text, String value) {
        PatternParser parser = new PatternParser(CodePattern.of("[A-Z]{3}[0-9]{4}"), Locale.UK);
        Words words = Words.of(text);

        assertThat(parser.parseWords(Spoken.of(words, Locale.UK, Moment.EXAMPLE), 0, ValueParser.Occasion.VOLUNTEERED)
                        .map(FoundValue::resolved)
                        .orElse(List.of("-")))
                .containsExactly(value);
    }
}

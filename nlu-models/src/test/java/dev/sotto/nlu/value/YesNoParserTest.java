package dev.sotto.nlu.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.Answer;
import dev.sotto.nlu.Moment;
import dev.sotto.nlu.text.Words;
import dev.sotto.nlu.value.ValueParser.Occasion;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoParserTest {

    private final YesNoParser parser = new YesNoParser(Locale.UK);

    private Answer answer(String text) {
        return parser.answer(Words.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "Yes!",
                "yeah go ahead",
                "yep",
                "sure",
                "ok",
                "okay then",
                "go on then",
                "please do",
                "why not",
                "that's right",
                "correct",
                "absolutely",
                "of course",
                "yes please",
                "no problem",
                "sounds good",
                "do it",
                "um, yes",
                "yes yes yes",
                "I guess so",
                "yes to my sister",
                "well, I think so",
                "uh huh",
                "Make it so."
            })
    void hearsYes(String text) {
        assertThat(answer(text)).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "No.",
                "nope",
                "nah",
                "no thanks",
                "no don't",
                "don't",
                "please don't",
                "not now",
                "no way",
                "absolutely not",
                "that's wrong",
                "I don't think so",
                "no, make it ten",
                "never",
                "I'd rather not",
                "not really",
                "no no no",
                "definitely not",
                "thats not right"
            })
    void hearsNo(String text) {
        assertThat(answer(text)).isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "maybe",
                "cancel that",
                "yes and no",
                "yes but make it ten",
                "I don't know",
                "not sure",
                "what",
                "block my card",
                "the right size",
                "yes no",
                "hmm",
                "please",
                "it depends"
            })
    void doesNotGuess(String text) {
        assertThat(answer(text)).isEqualTo(Answer.UNCLEAR);
    }

    @Test
    void resolvesAsAnAnswerOnly() {
        assertThat(parser.parseWords(Spoken.of(Words.of("yeah sure"), Locale.UK, Moment.EXAMPLE), 0, Occasion.ASKED))
                .hasValueSatisfying(value -> assertThat(value.resolved()).containsExactly("Yes"));
        assertThat(parser.parseWords(
                        Spoken.of(Words.of("yeah sure"), Locale.UK, Moment.EXAMPLE), 0, Occasion.VOLUNTEERED))
                .isEmpty();
    }
}

package dev.sotto.speech.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.speech.testing.TeaBot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpokenPhrasesTest {

    private static List<String> words(List<List<String>> phrases) {
        return phrases.stream().flatMap(List::stream).distinct().toList();
    }

    @Test
    void sayWhatTheBotSamplesWithAnyValueInThePlaceOfASlot() {
        List<List<String>> phrases = SpokenPhrases.of(TeaBot.taught(), word -> true);

        assertThat(phrases)
                .contains(
                        List.of("when", "does", "the", "shop", "open"),
                        List.of("i", "would", "like", "a", "jasmine", "tea"),
                        List.of("please", "bring", "me", "some", "chamomile"));
    }

    @Test
    void leaveOutWhatCannotBeHeard() {
        assertThat(words(SpokenPhrases.of(TeaBot.taught(), word -> !word.equals("chamomile"))))
                .contains("peppermint")
                .doesNotContain("chamomile");
    }

    @Test
    void areAlwaysTheSame() {
        assertThat(SpokenPhrases.of(TeaBot.taught(), word -> true))
                .isEqualTo(SpokenPhrases.of(TeaBot.taught(), word -> true));
    }

    @Test
    void haveEveryWordOfAnAnswer() {
        Map<SlotTypeName, List<List<String>>> answers = SpokenPhrases.answers(TeaBot.taught(), word -> true);

        assertThat(words(answers.getOrDefault(new SlotTypeName("teas"), List.of())))
                .contains("peppermint", "jasmine", "green", "chamomile");
        assertThat(words(answers.getOrDefault(new SlotTypeName("number"), List.of())))
                .contains("seventeen", "hundred", "ninety");
        assertThat(words(answers.getOrDefault(new SlotTypeName("yes-no"), List.of())))
                .contains("yes", "no");
    }
}

package dev.sotto.nlu.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.nlu.reading.TrainingTexts;
import dev.sotto.nlu.slot.SlotTagger;
import dev.sotto.nlu.testing.TestBot;
import dev.sotto.nlu.text.Words;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NameTaggerTest {

    @Test
    void marksWordsAsTheSlotThatTheyFill() {
        SlotTagger tagger = NameTagger.train(
                Locale.UK,
                TrainingTexts.texts(TestBot.in(Locale.UK)
                        .intent(
                                "travel",
                                "from:city to:city",
                                "go from [rome](from) to [oslo](to)",
                                "travel from [bern](from) to [riga](to)",
                                "a seat from [bath](from) to [lima](to)",
                                "how long does it take")
                        .openType("city")
                        .build()));

        assertThat(tagger.tag(Words.of("a train from york to kyoto")))
                .extracting(tag -> tag.slot().value() + " " + tag.from() + "-" + tag.to())
                .containsExactly("from 3-4", "to 5-6");
    }
}

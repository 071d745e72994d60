package dev.sotto.nlu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sotto.nlu.embedding.EmbeddingEngine;
import dev.sotto.nlu.evaluation.LabelledText.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SlotEvaluationTest {

    private static final List<LabelledText> TRAINING = List.of(
            text("fly from [Rome|from] to [Oslo|to]", "travel"),
            text("fly from [Oslo|from] to [Rome|to]", "travel"),
            text("a ticket to [Rome|to]", "travel"),
            text("play [jazz|genre] for me", "Play Music!"),
            text("play some [rock|genre]", "Play Music!"));

    /** Reads {@code fly to [Rome|to]}. */
    private static LabelledText text(String marked, String intent) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (int open = marked.indexOf('['); open >= 0; open = marked.indexOf('[', at)) {
            int bar = marked.indexOf('|', open);
            int close = marked.indexOf(']', bar);
            text.append(marked, at, open);
            int start = text.length();
            text.append(marked, open + 1, bar);
            spans.add(new Span(marked.substring(bar + 1, close), start, text.length()));
            at = close + 1;
        }
        text.append(marked.substring(at));
        return new LabelledText(text.toString(), intent, spans);
    }

    @Test
    void countsSlotsAndWholeSentences() {
        List<LabelledText> test = List.of(
                text("fly from [Oslo|from] to [Rome|to]", "travel"),
                text("play some [jazz|genre]", "Play Music!"),
                text("play some rock for [hours|duration]", "Play Music!"));

        SlotReport report = new SlotEvaluation(EmbeddingEngine.withoutEncoder("quick"), Locale.UK, TRAINING).run(test);

        // "rock" is found and not labelled, "hours" labelled and of a slot that the bot does not know.
        assertThat(report.n()).isEqualTo(3);
        assertThat(report.precision()).isCloseTo(3 / 4.0, within(1e-9));
        assertThat(report.recall()).isCloseTo(3 / 4.0, within(1e-9));
        assertThat(report.f1()).isCloseTo(3 / 4.0, within(1e-9));
        assertThat(report.intentAccuracy()).isEqualTo(1.0);
        assertThat(report.sentenceAccuracy()).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void refusesSpansThatDoNotFitTheirText() {
        assertThatThrownBy(() -> new LabelledText("short", "x", List.of(new Span("s", 3, 9))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new LabelledText("long enough", "x", List.of(new Span("s", 3, 6), new Span("t", 5, 7))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span("s", 3, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.sotto.nlu.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.crf.CrfTagger.TaggedText;
import dev.sotto.nlu.model.ModelInput;
import dev.sotto.nlu.model.ModelOutput;
import dev.sotto.nlu.model.Origin;
import dev.sotto.nlu.reading.AnnotatedText;
import dev.sotto.nlu.slot.SlotTagger;
import dev.sotto.nlu.testing.Bots;
import dev.sotto.nlu.text.RandomText;
import dev.sotto.nlu.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CrfTaggerTest {

    private static final List<String> NAMES = List.of("anna", "tom", "mister brown", "giovanni", "aunt mary", "zoe");
    private static final List<String> CITIES = List.of("rome", "new york", "oslo", "bath", "san marino", "riga");

    private final Origin origin = Origin.of("tagger", Bots.bank());

    /** "take NAME from CITY to CITY" and the like. */
    private static List<TaggedText> texts() {
        List<TaggedText> texts = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 120; i++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String from = CITIES.get(random.nextInt(CITIES.size()));
            String to = CITIES.get(random.nextInt(CITIES.size()));
            texts.add(
                    switch (i % 3) {
                        case 0 -> text("take ", "who", name, " from ", "from", from, " to ", "to", to);
                        case 1 -> text("a seat to ", "to", to, " for ", "who", name);
                        default -> text("how long does it take from ", "from", from);
                    });
        }
        return texts;
    }

    /** Words outside slots, a slot and its value, by turns. */
    private static TaggedText text(String... parts) {
        StringBuilder text = new StringBuilder();
        List<AnnotatedText.Place> places = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 3) {
            text.append(parts[i]);
            int start = text.length();
            text.append(parts[i + 2]);
            places.add(new AnnotatedText.Place(new SlotName(parts[i + 1]), start, text.length()));
        }
        return TaggedText.of(new AnnotatedText(new IntentName("travel"), text.toString(), places, 0));
    }

    private static String tags(SlotTagger tagger, String text) {
        Words words = Words.of(text);
        return tagger.tag(words).stream()
                .map(tag -> tag.slot() + "=" + words.text(tag.from(), tag.to()))
                .collect(Collectors.joining(" "));
    }

    private byte[] bytes(CrfTagger tagger) {
        ModelOutput out = new ModelOutput("tagger", origin);
        tagger.write(out);
        return out.finish();
    }

    @Test
    void marksWordsThatItNeverSaw() {
        CrfTagger tagger = CrfTagger.train(texts());

        assertThat(tags(tagger, "take Leo from Lima to Kyoto")).isEqualTo("who=Leo from=Lima to=Kyoto");
        assertThat(tags(tagger, "a seat to New Delhi for Maria")).isEqualTo("to=New Delhi who=Maria");
        assertThat(tags(tagger, "how long does it take")).isEmpty();
        assertThat(tags(tagger, "")).isEmpty();
    }

    @Test
    void readsBackWhatItWrote() {
        byte[] model = bytes(CrfTagger.train(texts()));
        ModelInput in = new ModelInput(model, "tagger", origin);

        CrfTagger read = CrfTagger.read(in);
        in.finish();

        assertThat(tags(read, "take Leo from Lima to Kyoto")).isEqualTo("who=Leo from=Lima to=Kyoto");
        assertThat(bytes(read)).isEqualTo(model);
    }

    @Test
    void trainsTheSameTwice() {
        assertThat(bytes(CrfTagger.train(texts()))).isEqualTo(bytes(CrfTagger.train(texts())));
    }

    @Test
    void refusesAModelOfSlotsWithoutNames() {
        ModelOutput out = new ModelOutput("tagger", origin);
        out.putInt(1);
        out.putText("no name!");
        byte[] model = out.finish();

        assertThatThrownBy(() -> CrfTagger.read(new ModelInput(model, "tagger", origin)))
                .isInstanceOf(CorruptModelException.class);
    }

    @Test
    void marksStretchesInOrderInAnyText() {
        CrfTagger tagger = CrfTagger.train(texts());
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            Words words = Words.of("take " + RandomText.of(random, 20) + " to " + RandomText.of(random, 20));
            int end = 0;
            for (SlotTagger.Tag tag : tagger.tag(words)) {
                assertThat(tag.from()).isGreaterThanOrEqualTo(end);
                assertThat(tag.to()).isGreaterThan(tag.from()).isLessThanOrEqualTo(words.size());
                end = tag.to();
            }
        }
    }
}

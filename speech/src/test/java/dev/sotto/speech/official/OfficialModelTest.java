package dev.sotto.speech.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.testing.TeaBot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a model that takes grammars, which no test has: of libvosk it is tried by hand. */
class OfficialModelTest {

    private static final SymbolTable WORDS = new SymbolTable(
            List.of("<eps>", "when", "does", "the", "SHOP", "open", "green", "tea", "yes", "no", "[unk]"));

    @TempDir
    private Path folder;

    private OfficialModel model(ModelKind kind) {
        ModelDescription description = new ModelDescription("small", Locale.US, "unknown");
        return new OfficialModel(
                new InstalledModel(folder, new ModelManifest(description, kind, 16_000, "", Map.of())),
                new NumberedModel(folder, 16_000, List.of(10), Map.of()),
                WORDS);
    }

    private static List<String> phrases(EarPlan plan, Hints hints) {
        EarPart part = plan.parts(hints).get(0);
        assertThat(OfficialParts.isOne(part)).isTrue();
        return OfficialParts.phrases(part);
    }

    @Test
    void givesPhrasesInNumbersAndTheWordForOtherSpeech() throws IOException {
        EarPlan plan = model(ModelKind.RUN_TIME_GRAMMAR)
                .hearing(Locale.UK, List.of(List.of("green", "tea"), List.of("unheard", "of", "no")));

        assertThat(phrases(plan, Hints.NONE)).containsExactly("6 7", "9", "10");
    }

    @Test
    void findsAWordInTheCaseThatTheModelHas() throws IOException {
        EarPlan plan = model(ModelKind.RUN_TIME_GRAMMAR).hearing(Locale.UK, List.of(List.of("shop", "Open")));

        assertThat(phrases(plan, Hints.NONE)).containsExactly("4 5", "10");
    }

    @Test
    void refusesAGrammarOfNoWordThatIsKnown() {
        assertThatThrownBy(() -> model(ModelKind.RUN_TIME_GRAMMAR).hearing(Locale.UK, List.of(List.of("unheard"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesAGrammarOfTheBotsWords() throws IOException {
        EarPlan plan = model(ModelKind.RUN_TIME_GRAMMAR).hearing(Locale.UK, TeaBot.taught());

        assertThat(phrases(plan, Hints.NONE)).contains("1 2 3 4 5", "10").doesNotContain("8");
        assertThat(plan.capabilities().features()).contains(Capabilities.Feature.GRAMMAR);
    }

    @Test
    void addsWhatThePromptExpects() throws IOException {
        EarPlan plan = model(ModelKind.RUN_TIME_GRAMMAR).hearing(Locale.UK, TeaBot.taught());

        assertThat(phrases(plan, Hints.asked(new SlotTypeName("yes-no")))).contains("8", "9", "1 2 3 4 5");
    }

    @Test
    void givesNoGrammarToAStaticGraph() throws IOException {
        EarPlan plan = model(ModelKind.STATIC_GRAPH).hearing(Locale.UK, TeaBot.taught());

        assertThat(phrases(plan, Hints.asked(new SlotTypeName("yes-no")))).isEmpty();
        assertThat(plan.capabilities().features()).doesNotContain(Capabilities.Feature.GRAMMAR);
    }

    @Test
    void hearsNoWordThatTheModelDoesNotHave() {
        EarPlan plan = model(ModelKind.STATIC_GRAPH).hearing(Locale.UK);
        EarPart part = plan.parts(Hints.NONE).get(0);

        assertThat(plan.words(part, List.of(6, 7))).containsExactly("green", "tea");
        assertThatThrownBy(() -> plan.words(part, List.of(11))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.words(part, List.of(0))).isInstanceOf(IllegalArgumentException.class);
    }
}

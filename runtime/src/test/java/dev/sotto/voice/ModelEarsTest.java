package dev.sotto.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sotto.bot.Bot;
import dev.sotto.nlu.Example;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.Hints;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.official.ModelStore;
import dev.sotto.testing.CapturedLog;
import dev.sotto.testing.SampleBot;
import dev.sotto.testing.SmallModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelEarsTest {

    private static final TrainingSet HOURS = new TrainingSet(
            Locale.UK,
            List.of(new TrainingSet.Intent(new IntentName("hours"), List.of(Example.of(SmallModel.SAID)), Map.of())),
            List.of(),
            0.5);

    @TempDir
    private static Path temporary;

    private static Path folder;

    @TempDir
    private Path storage;

    @BeforeAll
    static void write() throws IOException {
        folder = SmallModel.write(temporary.resolve("vosk-model-small-en-us-0.1"));
    }

    private InstalledModel install(String locale) throws IOException {
        ModelStore.Said said =
                new ModelStore.Said(Optional.of("mine"), Optional.of(Locale.forLanguageTag(locale)), Optional.empty());
        return ModelStore.within(storage).install(folder, said);
    }

    private static void refused(ThrowingCallable call, VoicelessException.Reason reason) {
        assertThatThrownBy(call)
                .asInstanceOf(type(VoicelessException.class))
                .returns(reason, VoicelessException::reason);
    }

    @Test
    void opensAnInstalledModelByItsName() throws IOException, VoicelessException {
        InstalledModel installed = install("en-US");

        assertThat(ModelEars.open(storage, Path.of("mine")).modelBytes()).isEqualTo(installed.bytes());
    }

    @Test
    void opensTheFolderOfAModelThatIsNotInstalled() throws VoicelessException {
        assertThat(ModelEars.open(storage, folder).modelBytes()).isPositive();
    }

    @Test
    void saysInTheLogThatTheGraphIsStatic() throws IOException, VoicelessException {
        install("en-US");
        try (CapturedLog log = new CapturedLog()) {
            ModelEars.open(storage, Path.of("mine"));

            assertThat(log.lines()).anyMatch(line -> line.contains("model.opened") && line.contains("static_graph"));
        }
    }

    @Test
    void refusesANameThatNoModelHas() {
        refused(() -> ModelEars.open(storage, Path.of("mine")), VoicelessException.Reason.MODEL);
    }

    @Test
    void saysInTheLogWhereThereIsNoModel() {
        Path nothing = storage.resolve("nothing");
        try (CapturedLog log = new CapturedLog()) {
            refused(() -> ModelEars.open(storage, nothing), VoicelessException.Reason.MODEL);

            assertThat(log.lines())
                    .anyMatch(line -> line.contains("model.refused") && line.contains("\"" + nothing + "\""));
        }
    }

    @Test
    void refusesAModelThatWasChanged() throws IOException {
        Path file = install("en-US").folder().resolve("conf/model.conf");
        Files.writeString(file, Files.readString(file) + "--beam=1\n");

        refused(() -> ModelEars.open(storage, Path.of("mine")), VoicelessException.Reason.MODEL);
    }

    @Test
    void hearsABotOfItsLanguage() throws IOException, VoicelessException {
        install("en-US");
        Bot bot = SampleBot.bot();

        List<EarPart> parts =
                ModelEars.open(storage, Path.of("mine")).of(bot, HOURS).parts(Hints.NONE);

        assertThat(parts).hasSize(1);
    }

    @Test
    void doesNotHearABotOfAnotherLanguage() throws IOException, VoicelessException {
        install("de-DE");
        Bot bot = SampleBot.bot();
        ModelEars ears = ModelEars.open(storage, Path.of("mine"));

        refused(() -> ears.of(bot, HOURS), VoicelessException.Reason.LANGUAGE);
    }
}

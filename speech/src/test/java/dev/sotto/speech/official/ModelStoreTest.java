package dev.sotto.speech.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sotto.speech.official.ModelRefusedException.Reason;
import dev.sotto.speech.testing.TestModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {

    private static final String NAME = "vosk-model-small-en-us-0.15";
    private static final ModelStore.Said NOTHING =
            new ModelStore.Said(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private Path temporary;

    private Path folder;
    private Path directory;
    private ModelStore store;

    @BeforeEach
    void write() throws IOException {
        folder = TestModel.write(temporary.resolve(NAME));
        directory = temporary.resolve("installed");
        store = new ModelStore(directory);
    }

    @Test
    void installsAFolder() throws IOException {
        InstalledModel model = store.install(folder, NOTHING);

        assertThat(model.description()).isEqualTo(new ModelDescription(NAME, Locale.US, "unknown"));
        assertThat(model.kind()).isEqualTo(ModelKind.STATIC_GRAPH);
        assertThat(model.rate()).isEqualTo(16_000);
        assertThat(model.hash()).matches("sha256:[0-9a-f]{64}");
        assertThat(store.list()).extracting(InstalledModel::hash).containsExactly(model.hash());
    }

    @Test
    void installsAZipFileWithTheSameHash() throws IOException {
        Path zip = zip(temporary.resolve(NAME + ".zip"), NAME + "/");

        InstalledModel model = store.install(zip, NOTHING);

        assertThat(model.description().name()).isEqualTo(NAME);
        assertThat(model.hash())
                .isEqualTo(new ModelStore(temporary.resolve("other"))
                        .install(folder, NOTHING)
                        .hash());
        store.verify(model);
    }

    @Test
    void installsAZipFileOnce() throws IOException {
        Path zip = zip(temporary.resolve(NAME + ".zip"), NAME + "/");
        String hash = store.at(zip).hash();

        assertThat(store.at(zip).hash()).isEqualTo(hash);
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void looksAtAFolderWithoutInstallingIt() throws IOException {
        assertThat(store.at(folder).description().name()).isEqualTo(NAME);
        assertThat(directory).doesNotExist();
    }

    @Test
    void namesAZipFileWithoutAFolderAfterItself() throws IOException {
        Path zip = zip(temporary.resolve("vosk-model-de-0.21.zip"), "");

        InstalledModel model = store.install(zip, NOTHING);

        assertThat(model.description().name()).isEqualTo("vosk-model-de-0.21");
        assertThat(model.description().locale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void takesWhatIsSaidAboutAModel() throws IOException {
        InstalledModel model = store.install(
                folder, new ModelStore.Said(Optional.of("mine"), Optional.of(Locale.UK), Optional.of("MIT")));

        assertThat(model.description()).isEqualTo(new ModelDescription("mine", Locale.UK, "MIT"));
    }

    @Test
    void findsTheLicenceInAFileBesideTheModel() throws IOException {
        Files.writeString(
                folder.resolve("README"), "A small model.\nLicensed under the Apache License, Version 2.0.\n");

        assertThat(store.install(folder, NOTHING).description().licence()).isEqualTo("Apache-2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "vosk-model-small-en-us-0.15, en-US",
        "vosk-model-en-us-0.22-lgraph, en-US",
        "vosk-model-small-cn-0.22, zh-CN",
        "vosk-model-ar-mgb2-0.4, ar",
        "vosk-model-el-gr-0.7, el-GR",
        "vosk-model-fr-0.22, fr"
    })
    void tellsTheLanguageFromTheNameOfAnOfficialModel(String name, String locale) {
        assertThat(ModelDescription.localeOf(name)).contains(Locale.forLanguageTag(locale));
    }

    @Test
    void asksForALanguageThatTheNameDoesNotTell() throws IOException {
        Path other = Files.move(folder, temporary.resolve("model"));

        refused(() -> store.install(other, NOTHING), Reason.DESCRIPTION, "model")
                .hasMessageContaining("--locale");
    }

    @Test
    void refusesASecondModelOfOneName() throws IOException {
        String hash = store.install(folder, NOTHING).hash();

        refused(() -> store.install(folder, NOTHING), Reason.DESCRIPTION, NAME);
        assertThat(store.find(NAME)).map(InstalledModel::hash).contains(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conf/mfcc.conf", "conf/model.conf", "graph/words.txt"})
    void refusesAModelThatLacksAFile(String file) throws IOException {
        Files.delete(folder.resolve(file));

        refused(() -> store.install(folder, NOTHING), Reason.MISSING_FILE, file);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesAModelWithoutAGraph() throws IOException {
        Files.delete(folder.resolve("graph/HCLG.fst"));

        refused(() -> store.install(folder, NOTHING), Reason.MISSING_FILE, "graph/HCLr.fst");
    }

    @Test
    void refusesAFolderWithoutAModel() throws IOException {
        Files.delete(folder.resolve("am/final.mdl"));

        refused(() -> store.install(folder, NOTHING), Reason.NONE, NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/HCLG.fst", "graph/words.txt"})
    void refusesAnEmptyFile(String file) throws IOException {
        Files.write(folder.resolve(file), new byte[0]);

        refused(() -> store.install(folder, NOTHING), Reason.WRONG_LENGTH, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "graph/HCLG.fst"})
    void refusesAFileThatIsCutOff(String file) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(whole, whole.length - 1));

        refused(() -> store.install(folder, NOTHING), Reason.WRONG_LENGTH, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "graph/HCLG.fst"})
    void refusesAFileThatGoesOn(String file) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(file));
        Files.write(folder.resolve(file), Arrays.copyOf(whole, whole.length + 1));

        refused(() -> store.install(folder, NOTHING), Reason.WRONG_LENGTH, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/HCLG.fst", "graph/words.txt"})
    void refusesAFileOfAnotherKind(String file) throws IOException {
        Files.writeString(folder.resolve(file), "version https://git-lfs.github.com/spec/v1\nsize 1234\n".repeat(9));

        refused(() -> store.install(folder, NOTHING), Reason.FOREIGN_FILE, file);
    }

    @Test
    void refusesARateThatNoModelHas() throws IOException {
        replace("conf/mfcc.conf", "--sample-frequency=16000", "--sample-frequency=44100");

        refused(() -> store.install(folder, NOTHING), Reason.MISMATCH, "conf/mfcc.conf")
                .hasMessageContaining("44100")
                .hasMessageContaining("8000 or 16000");
    }

    @Test
    void refusesAFrontEndThatDoesNotFitTheNetwork() throws IOException {
        replace("conf/mfcc.conf", "--num-ceps=13", "--num-ceps=40");

        refused(() -> store.install(folder, NOTHING), Reason.MISMATCH, "conf/mfcc.conf");
    }

    @Test
    void refusesAnOptionThatNamesAFile() throws IOException {
        Files.writeString(folder.resolve("conf/model.conf"), "--config=/etc/passwd\n");

        refused(() -> store.install(folder, NOTHING), Reason.UNSAFE_PATH, "conf/model.conf");
    }

    @Test
    void refusesWordsThatAreFewerThanTheGraphHas() throws IOException {
        Files.writeString(folder.resolve("graph/words.txt"), "<eps> 0\ntea 1\n");

        refused(() -> store.install(folder, NOTHING), Reason.MISMATCH, "graph/HCLG.fst");
    }

    @Test
    void refusesAGraphWithSoundsThatTheNetworkDoesNotHave() throws IOException {
        Path file = folder.resolve("graph/HCLG.fst");
        byte[] bytes = Files.readAllBytes(file);
        int firstArc = 4 + 4 + 6 + 4 + 8 + 4 + 4 + 4 * 8 + 4 + 8;
        bytes[firstArc + 2] = 0x7F;
        Files.write(file, bytes);

        refused(() -> store.install(folder, NOTHING), Reason.MISMATCH, "graph/HCLG.fst");
    }

    @Test
    void refusesPartOfWhatTellsAboutTheSpeaker() throws IOException {
        Files.createDirectories(folder.resolve("ivector"));
        Files.writeString(folder.resolve("ivector/splice.conf"), "--left-context=3\n");

        refused(() -> store.install(folder, NOTHING), Reason.MISSING_FILE, "ivector/final.dubm");
    }

    @Test
    void refusesALinkOutOfTheFolder() throws IOException {
        Path file = folder.resolve("graph/words.txt");
        Path elsewhere = Files.move(file, temporary.resolve("words.txt"));
        Files.createSymbolicLink(file, elsewhere);

        refused(() -> store.install(folder, NOTHING), Reason.UNSAFE_PATH, "graph/words.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/evil", "a/../../evil", "a\\evil", "c:evil", "a//evil"})
    void refusesAZipFileThatLeadsOutOfTheFolder(String name) throws IOException {
        Path zip = temporary.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, name, "evil".getBytes(StandardCharsets.US_ASCII));
        }

        assertThatThrownBy(() -> store.install(zip, NOTHING)).isInstanceOf(ModelRefusedException.class);
        assertThat(temporary.resolve("evil")).doesNotExist();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesAZipFileThatGrowsWithoutEnd() throws IOException {
        Path zip = temporary.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, NAME + "/am/final.mdl", new byte[8 << 20]);
        }

        refused(() -> store.install(zip, NOTHING), Reason.TOO_LARGE, NAME + "/am/final.mdl");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void refusesAZipFileThatIsCutOff() throws IOException {
        Path zip = zip(temporary.resolve(NAME + ".zip"), NAME + "/");
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

        refused(() -> store.install(zip, NOTHING), Reason.FOREIGN_FILE, NAME + ".zip");
    }

    @Test
    void refusesAPathWithNothingThere() {
        refused(() -> store.install(temporary.resolve("nowhere.zip"), NOTHING), Reason.NONE, "nowhere.zip");
    }

    @Test
    void findsAFileThatWasChanged() throws IOException {
        InstalledModel model = store.install(folder, NOTHING);
        Path file = model.folder().resolve("am/final.mdl");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        refused(() -> store.verify(model), Reason.CHANGED, "am/final.mdl");
        refused(() -> store.open(model), Reason.CHANGED, "am/final.mdl");
    }

    @Test
    void findsAFileThatIsGone() throws IOException {
        InstalledModel model = store.install(folder, NOTHING);
        Files.delete(model.folder().resolve("conf/model.conf"));

        refused(() -> store.verify(model), Reason.CHANGED, "conf/model.conf");
    }

    @Test
    void findsAFileThatWasAdded() throws IOException {
        InstalledModel model = store.install(folder, NOTHING);
        Files.writeString(model.folder().resolve("README"), "hello");

        refused(() -> store.verify(model), Reason.CHANGED, "README");
    }

    @Test
    void findsAListOfFilesThatIsNone() throws IOException {
        store.install(folder, NOTHING);
        Files.writeString(directory.resolve(NAME).resolve(ModelManifest.FILE), "sotto speech model 1\nfile what\n");

        refused(() -> store.find(NAME), Reason.CHANGED, ModelManifest.FILE);
    }

    @Test
    void removesAModelWhole() throws IOException {
        store.install(folder, NOTHING);

        assertThat(store.remove(NAME)).isTrue();
        assertThat(directory).isEmptyDirectory();
        assertThat(store.remove(NAME)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", ".part-1"})
    void removesNothingByANameThatIsNone(String name) throws IOException {
        store.install(folder, NOTHING);

        assertThat(store.remove(name)).isFalse();
        assertThat(store.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void takesOrRefusesWhateverIsInTheFiles(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> files =
                List.of("am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/words.txt", "graph/HCLG.fst");
        for (int i = 0; i < 60; i++) {
            Path file = folder.resolve(files.get(random.nextInt(files.size())));
            byte[] whole = Files.readAllBytes(file);
            byte[] other = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int change = random.nextInt(8); change > 0 && other.length > 0; change--) {
                // Near the beginning there is more to believe wrongly.
                other[random.nextInt(Math.min(other.length, random.nextBoolean() ? 80 : other.length))] =
                        (byte) random.nextInt(256);
            }
            Files.write(file, other);
            try {
                assertThat(ModelCheck.check(ModelFolder.find(folder)).rate()).isIn(8_000, 16_000);
            } catch (ModelRefusedException e) {
                assertThat(e).hasMessageStartingWith("model.");
            }
            Files.write(file, whole);
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(
            ThrowingCallable call, Reason reason, String file) {
        assertThatThrownBy(call)
                .asInstanceOf(type(ModelRefusedException.class))
                .returns(reason, ModelRefusedException::reason)
                .returns(file, ModelRefusedException::file);
        return assertThatThrownBy(call);
    }

    private void replace(String file, String what, String with) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(what, with));
    }

    private Path zip(Path zip, String below) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(out, below + folder.relativize(file), Files.readAllBytes(file));
            }
        }
        return zip;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(bytes);
        zip.closeEntry();
    }
}

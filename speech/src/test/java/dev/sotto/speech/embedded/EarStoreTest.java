package dev.sotto.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.Example;
import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Hints;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.graph.Lexicon;
import dev.sotto.speech.testing.TeaBot;
import dev.sotto.speech.testing.TestEars;
import dev.sotto.speech.testing.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EarStoreTest {

    private static final Set<Band> WIDE = EnumSet.of(Band.WIDE);

    private static final EarStore STORE = new EarStore(TestEars.where());

    private static CompiledEar ear;

    @BeforeAll
    static void compile() throws IOException {
        ear = STORE.ear(TeaBot.taught(), Lexicon.NONE, WIDE);
    }

    private static TrainingSet bot(String sample) {
        TrainingSet.Intent intent =
                new TrainingSet.Intent(new IntentName("one"), List.of(Example.of(sample)), Map.of());
        return new TrainingSet(Locale.UK, List.of(intent), List.of(), 0.5);
    }

    private static Lexicon hello(String phones) {
        return new Lexicon(Map.of("hello", List.of(List.of(phones.split(" ")))));
    }

    @Test
    void findsAnEarAgainWithoutCompilingIt() throws IOException {
        Path model = ear.folder().resolve("main/wide-clear/am/final.mdl");
        Object written = Files.getLastModifiedTime(model);

        CompiledEar again = new EarStore(TestEars.where()).ear(TeaBot.taught(), Lexicon.NONE, WIDE);

        assertThat(again.folder()).isEqualTo(ear.folder());
        assertThat((Object) Files.getLastModifiedTime(model)).isEqualTo(written);
    }

    @Test
    void keepsEarsOfDifferentBotsApart() {
        assertThat(EarId.of(bot("hello there"), Lexicon.NONE, WIDE))
                .isEqualTo(EarId.of(bot("hello there"), Lexicon.NONE, WIDE))
                .isNotEqualTo(EarId.of(bot("hello you"), Lexicon.NONE, WIDE))
                .isNotEqualTo(EarId.of(bot("hello there"), Lexicon.NONE, EnumSet.allOf(Band.class)))
                .isNotEqualTo(EarId.of(bot("hello there"), hello("HH AH L OW"), WIDE));
        assertThat(EarId.of(bot("hello there"), hello("HH AH L OW"), WIDE))
                .isNotEqualTo(EarId.of(bot("hello there"), hello("HH EH L OW"), WIDE));
    }

    @Test
    void hearsAWordAsTheBotSaysThatItSounds() throws IOException {
        Lexicon own = new Lexicon(Map.of("chamomile", List.of(List.of("B", "AH", "N", "AE", "N", "AH"))));
        CompiledEar tea = STORE.ear(TeaBot.taught(), own, WIDE);

        try (RecognizerStream stream = new Ear(tea).open(Locale.UK, Voices.FORMAT, Hints.NONE)) {
            assertThat(Voices.hear(stream, Voices.say("i would like a banana"))).isEqualTo("i would like a chamomile");
        }
    }

    @Test
    void leavesNothingButEarsAndAcousticSets() throws IOException {
        try (Stream<Path> files = Files.list(TestEars.where())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .allSatisfy(name -> assertThat(name).matches("[0-9a-f]{32}|acoustics-.*"));
        }
    }

    @Test
    void hearsTheRatesOfItsModelsAlone() {
        assertThat(ear.capabilities().has(Locale.UK, AudioFormat.linear(16_000)))
                .isTrue();
        assertThat(ear.capabilities().has(Locale.UK, AudioFormat.linear(8_000))).isFalse();
    }

    @Test
    void compilesAnEarAnewWhoseListIsDamaged() throws IOException {
        Path folder = STORE.ear(bot("good morning"), Lexicon.NONE, WIDE).folder();
        Files.writeString(folder.resolve(EarManifest.FILE), "part main 99\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> EarFolder.read(folder)).isInstanceOf(DamagedEarException.class);

        assertThat(STORE.ear(bot("good morning"), Lexicon.NONE, WIDE).folder()).isEqualTo(folder);
        assertThat(EarFolder.read(folder).hears(Band.WIDE)).isTrue();
    }

    @Test
    void showsNativeCodeNoModelThatWasChanged() throws IOException {
        CompiledEar damaged = STORE.ear(bot("good evening"), Lexicon.NONE, WIDE);
        Path model = damaged.folder().resolve("main/wide-clear/am/final.mdl");
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);

        try (Shelf shelf = new Shelf()) {
            EarPart part = damaged.parts(Hints.NONE).get(0);
            assertThatThrownBy(() -> shelf.decoder(part, Band.WIDE, false))
                    .isInstanceOf(DamagedEarException.class)
                    .hasMessageContaining("final.mdl");
        }
    }

    @Test
    void keepsNoMoreModelsLoadedThanItMay() {
        EarPart part = ear.parts(Hints.NONE).get(0);
        try (Shelf shelf = new Shelf(1)) {
            shelf.decoder(part, Band.WIDE, false).close();
            long one = shelf.bytes();
            shelf.decoder(part, Band.WIDE, true).close();

            assertThat(shelf.bytes()).isPositive().isLessThan(2 * one);
        }
    }

    @Test
    void refusesABotOfAnotherLanguage() {
        assertThatThrownBy(() -> STORE.ear(TeaBot.taught(Locale.GERMAN), Lexicon.NONE, WIDE))
                .isInstanceOf(UnspeakableException.class)
                .hasMessageContaining("de");
    }

    /** Its models would fill the memory of every process that listens to it. */
    @Test
    void refusesABotWithFiftyThousandNames() {
        SlotTypeName names = new SlotTypeName("names");
        SlotName who = new SlotName("who");
        List<TrainingSet.Entry> entries = IntStream.range(0, 50_000)
                .mapToObj(number -> new TrainingSet.Entry(name(number), List.of()))
                .toList();
        Example call = new Example(List.of(new Example.Text("call "), new Example.Placeholder(who)));
        TrainingSet large = new TrainingSet(
                Locale.UK,
                List.of(new TrainingSet.Intent(new IntentName("call"), List.of(call), Map.of(who, names))),
                List.of(new TrainingSet.SlotType(names, entries, false)),
                0.5);

        assertThatThrownBy(() -> STORE.ear(large, Lexicon.NONE, WIDE))
                .isInstanceOf(UnspeakableException.class)
                .hasMessageContaining("50001 words");
    }

    /** Returns a name that nobody has: four syllables, each of one of twenty consonants and a vowel. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        int rest = number;
        for (int i = 0; i < 4; i++) {
            name.append("bcdfghjklmnprstvwxyz".charAt(rest % 20)).append("aeiou".charAt(i));
            rest /= 20;
        }
        return name.toString();
    }
}

package dev.sotto.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.speech.graph.BotGrammar;
import dev.sotto.speech.graph.DecodingGraph;
import dev.sotto.speech.graph.Dictionary;
import dev.sotto.speech.graph.GraphBuilder;
import dev.sotto.speech.graph.Pronunciations;
import dev.sotto.speech.model.AcousticSet;
import dev.sotto.speech.model.AcousticSets;
import dev.sotto.speech.model.SphinxModel;
import dev.sotto.speech.spectrum.NormalNumbers;
import dev.sotto.speech.testing.TeaBot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which libvosk is known to end the process, tried from outside: this process is still there afterwards. */
class VoskDecoderTest {

    private static final short[] NOISE = noise();

    @TempDir
    private static Path temporary;

    private static SphinxModel sphinx;
    private static DecodingGraph graph;
    private static AcousticSet set;
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        sphinx = SphinxModel.read();
        Pronunciations pronunciations = new Pronunciations(Dictionary.read(), sphinx.phones());
        graph = GraphBuilder.build(sphinx, BotGrammar.of(TeaBot.taught(), pronunciations), pronunciations);
        set = new AcousticSets(sphinx).of(AcousticSets.Kind.CLEAR);
        folder = temporary.resolve("model");
        VoskFolder.write(folder, sphinx, set, graph, 0.6);
    }

    private static short[] noise() {
        NormalNumbers normal = new NormalNumbers(1);
        short[] samples = new short[20_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (500 * normal.next());
        }
        return samples;
    }

    @Test
    void survivesASecondClose() {
        VoskModel model = VoskModel.load(folder);
        VoskDecoder decoder = model.decoder();
        decoder.accept(NOISE);
        decoder.close();
        decoder.close();
        model.close();

        assertThatCode(model::close).doesNotThrowAnyException();
    }

    @Test
    void refusesCallsAfterTheClose() {
        try (VoskModel model = VoskModel.load(folder)) {
            VoskDecoder decoder = model.decoder();
            decoder.close();

            assertThatThrownBy(() -> decoder.accept(NOISE)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(decoder::finish).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(decoder::partial).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesADecoderOfAClosedModel() {
        VoskModel model = VoskModel.load(folder);
        model.close();

        assertThatThrownBy(model::decoder).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsAModelForTheDecodersThatUseIt() {
        VoskModel model = VoskModel.load(folder);
        try (VoskDecoder decoder = model.decoder()) {
            decoder.accept(NOISE);
            model.close();
            decoder.accept(NOISE);

            assertThatCode(decoder::finish).doesNotThrowAnyException();
        }
    }

    @Test
    void letsManyThreadsCallOneDecoder() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (VoskModel model = VoskModel.load(folder);
                VoskDecoder decoder = model.decoder()) {
            List<Future<?>> calls = Stream.generate(() -> threads.submit(() -> {
                        decoder.accept(NOISE);
                        return decoder.partial().size() + decoder.finish().size();
                    }))
                    .<Future<?>>map(call -> call)
                    .limit(6)
                    .toList();
            for (Future<?> call : calls) {
                assertThat(call.get()).isNotNull();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void takesNoAudioAtAll() {
        try (VoskModel model = VoskModel.load(folder);
                VoskDecoder decoder = model.decoder()) {
            decoder.accept(new short[0]);

            assertThat(decoder.finish()).isEmpty();
            assertThat(decoder.finish()).isEmpty();
        }
    }

    @Test
    void goesOnAfterTheEndOfATurn() {
        try (VoskModel model = VoskModel.load(folder);
                VoskDecoder decoder = model.decoder()) {
            decoder.accept(NOISE);
            List<Integer> first = decoder.finish();
            decoder.accept(NOISE);

            assertThat(decoder.finish()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"am/final.mdl", "conf/model.conf", "conf/mfcc.conf", "graph/HCLG.fst", "graph/words.txt"})
    void refusesAFolderThatLacksAFile(String file) throws IOException {
        Path lacking = temporary.resolve("lacking-" + file.replace('/', '-'));
        VoskFolder.write(lacking, sphinx, set, graph, 0.6);
        Files.delete(lacking.resolve(file));

        assertThatThrownBy(() -> VoskModel.load(lacking))
                .isInstanceOf(VoskUnavailableException.class)
                .hasMessageContaining(file);
    }

    @Test
    void writesTheSameBytesForTheSameBot() throws IOException {
        Path again = temporary.resolve("again");
        VoskFolder.write(again, sphinx, set, graph, 0.6);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSize(5)
                    .allSatisfy(file ->
                            assertThat(again.resolve(folder.relativize(file))).hasSameBinaryContentAs(file));
        }
    }

    @Test
    void tellsTheLibraryNoWord() throws IOException {
        assertThat(Files.readString(folder.resolve("graph/words.txt"))).doesNotContain("peppermint");
    }
}

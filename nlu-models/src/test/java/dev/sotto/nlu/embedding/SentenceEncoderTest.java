package dev.sotto.nlu.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sotto.nlu.embedding.EncoderUnavailableException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentenceEncoderTest {

    private SentenceEncoder encoder;

    @TempDir
    private Path folder;

    @BeforeAll
    void open() throws EncoderUnavailableException {
        encoder = SentenceEncoder.open(new EncoderSource.OfClassPath());
    }

    @AfterAll
    void close() {
        encoder.close();
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void placesLikeMeaningsNearEachOther() {
        float[] lost = encoder.encode("I lost my card");
        float[] stolen = encoder.encode("somebody has stolen my bank card");
        float[] weather = encoder.encode("it rains in the mountains");

        assertThat(cosine(lost, lost)).isCloseTo(1.0, within(1e-5));
        assertThat(cosine(lost, stolen)).isGreaterThan(0.5);
        assertThat(cosine(lost, weather)).isLessThan(0.2);
    }

    @Test
    void givesTheSameVectorsOnManyThreads() throws Exception {
        List<String> texts = List.of("one", "a longer text than that", "and a third", "");
        List<float[]> alone = texts.stream().map(encoder::encode).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> same = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                int which = i % texts.size();
                same.add(pool.submit(() -> Arrays.equals(encoder.encode(texts.get(which)), alone.get(which))));
            }
            for (Future<Boolean> one : same) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void zeroesTheBuffersThatHeldPieces() {
        InputBuffers buffers = new InputBuffers();
        InputBuffers.Inputs inputs = buffers.ofThisThread();
        inputs.ids().put(0, 7).put(1, 8);

        inputs.wipe(2);

        assertThat(inputs.ids().get(0)).isZero();
        assertThat(inputs.ids().get(1)).isZero();
        assertThat(inputs.mask(2).get(1)).isEqualTo(1);
    }

    @Test
    void opensFromFilesToo() throws Exception {
        EncoderSource files = copyOfTheProductsEncoder();
        try (SentenceEncoder other = SentenceEncoder.open(files)) {
            assertThat(other.encode("hello")).isEqualTo(encoder.encode("hello"));
            assertThat(other.identity()).isEqualTo(encoder.identity());
        }
    }

    private EncoderSource.OfFiles copyOfTheProductsEncoder() throws IOException {
        Path model = folder.resolve("model.onnx");
        Path tokenizer = folder.resolve("tokenizer.json");
        copy(EncoderSource.OfClassPath.MODEL_RESOURCE, model);
        copy(EncoderSource.OfClassPath.TOKENIZER_RESOURCE, tokenizer);
        return new EncoderSource.OfFiles(model, tokenizer);
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = Objects.requireNonNull(EncoderSource.class.getResourceAsStream(resource))) {
            Files.copy(in, file);
        }
    }

    @Test
    void saysWhyItCannotBeOpened() throws IOException {
        EncoderSource.OfFiles good = copyOfTheProductsEncoder();
        Path missing = folder.resolve("missing");
        Path noModel = Files.writeString(folder.resolve("no.onnx"), "not a model");

        assertReason(new EncoderSource.OfFiles(missing, good.tokenizerFile()), Reason.FILES);
        assertReason(new EncoderSource.OfFiles(good.modelFile(), missing), Reason.FILES);
        assertReason(new EncoderSource.OfFiles(noModel, good.tokenizerFile()), Reason.FORM);
        assertReason(new EncoderSource.OfFiles(good.modelFile(), noModel), Reason.FORM);
    }

    private static void assertReason(EncoderSource source, Reason reason) {
        assertThatThrownBy(() -> SentenceEncoder.open(source))
                .isInstanceOfSatisfying(
                        EncoderUnavailableException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}

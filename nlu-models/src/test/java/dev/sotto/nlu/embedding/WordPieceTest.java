package dev.sotto.nlu.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.nlu.text.RandomText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WordPieceTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final WordPiece tokens;

    WordPieceTest() throws IOException {
        tokens = new WordPiece(VocabularyFile.read(new EncoderSource.OfClassPath().tokenizer()));
    }

    private long[] encode(String text) {
        LongBuffer ids = LongBuffer.allocate(WordPiece.MAX_IDS);
        int count = tokens.encode(text, ids);
        return Arrays.copyOf(ids.array(), count);
    }

    /** Recorded with version 0.23.3 of Hugging Face's tokenizers, special tokens in the text read as text. */
    @Test
    void givesTheIdsOfTheReference() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("wordpiece.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> rows = lines.lines().toList();
            assertThat(rows).hasSizeGreaterThan(700);
            for (String row : rows) {
                int tab = row.indexOf('\t');
                String text = ESCAPE.matcher(row.substring(0, tab))
                        .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16))
                                .replace("\\", "\\\\")
                                .replace("$", "\\$"));
                long[] reference = Arrays.stream(row.substring(tab + 1).split(" ", -1))
                        .mapToLong(Long::parseLong)
                        .toArray();

                assertThat(encode(text)).as(row).isEqualTo(shortened(reference));
            }
        }
    }

    private static long[] shortened(long[] reference) {
        if (reference.length <= WordPiece.MAX_IDS) {
            return reference;
        }
        long[] first = Arrays.copyOf(reference, WordPiece.MAX_IDS - 1);
        return LongStream.concat(Arrays.stream(first), LongStream.of(reference[reference.length - 1]))
                .toArray();
    }

    @Test
    void readsTheFirstPiecesOfALongText() {
        assertThat(encode("word ".repeat(1_000))).hasSize(WordPiece.MAX_PIECES + 2);
        assertThat(encode("antidisestablishmentarianism".repeat(3) + " x".repeat(200)))
                .hasSize(WordPiece.MAX_PIECES + 2);
    }

    @Test
    void survivesAnyText() {
        Random random = new Random(2);
        for (int round = 0; round < 3_000; round++) {
            assertThat(encode(RandomText.of(random, 100))).hasSizeBetween(2, WordPiece.MAX_IDS);
        }
    }

    @Test
    void refusesAVocabularyThatIsCutOff() {
        String json = "{\"model\": {\"vocab\": {\"[CLS]\": 0, \"[SEP]\": 1, \"a\\u0062\\\"\": 2}}}";
        int start = json.indexOf("vocab");

        assertThat(VocabularyFile.read(json).find("ab\"")).isEqualTo(2);
        for (int length = start; length < json.length() - 2; length++) {
            String cut = json.substring(0, length);
            assertThatThrownBy(() -> VocabularyFile.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

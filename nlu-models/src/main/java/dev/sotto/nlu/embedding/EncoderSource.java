package dev.sotto.nlu.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the encoder's two files come from. */
public sealed interface EncoderSource {

    /** Opens the ONNX model. */
    InputStream model() throws IOException;

    /** Returns the text of {@code tokenizer.json}. */
    String tokenizer() throws IOException;

    /** Files of an installation, or of an operator's own encoder of the same kind. */
    record OfFiles(Path modelFile, Path tokenizerFile) implements EncoderSource {

        @Override
        public InputStream model() throws IOException {
            return Files.newInputStream(modelFile);
        }

        @Override
        public String tokenizer() throws IOException {
            return Files.readString(tokenizerFile);
        }
    }

    /** The encoder that comes with the product: all-MiniLM-L6-v2, eight-bit weights. */
    record OfClassPath() implements EncoderSource {

        /** The model's resource, for an installation that extracts it once. */
        public static final String MODEL_RESOURCE = "/all-minilm-l6-v2-q.onnx";

        /** The tokenizer's resource. */
        public static final String TOKENIZER_RESOURCE = "/all-minilm-l6-v2-q-tokenizer.json";

        @Override
        public InputStream model() throws IOException {
            return resource(MODEL_RESOURCE);
        }

        @Override
        public String tokenizer() throws IOException {
            try (InputStream in = resource(TOKENIZER_RESOURCE)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        private static InputStream resource(String name) throws IOException {
            InputStream in = EncoderSource.class.getResourceAsStream(name);
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return in;
        }
    }
}

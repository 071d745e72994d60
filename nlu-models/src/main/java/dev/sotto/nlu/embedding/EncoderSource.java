package dev.sotto.nlu.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the encoder's two files come from. */
public sealed interface EncoderSource {

    /** Returns the ONNX model in direct memory, which native code reads without a copy of it. */
    ByteBuffer model() throws IOException;

    /** Returns the text of {@code tokenizer.json}. */
    String tokenizer() throws IOException;

    /** Files of an installation, or of an operator's own encoder of the same kind. */
    record OfFiles(Path modelFile, Path tokenizerFile) implements EncoderSource {

        @Override
        public ByteBuffer model() throws IOException {
            try (FileChannel channel = FileChannel.open(modelFile, StandardOpenOption.READ)) {
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            }
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
        public ByteBuffer model() throws IOException {
            byte[] bytes = read(MODEL_RESOURCE);
            return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        }

        @Override
        public String tokenizer() throws IOException {
            return new String(read(TOKENIZER_RESOURCE), StandardCharsets.UTF_8);
        }

        private static byte[] read(String resource) throws IOException {
            try (InputStream in = EncoderSource.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("no resource " + resource);
                }
                return in.readAllBytes();
            }
        }
    }
}

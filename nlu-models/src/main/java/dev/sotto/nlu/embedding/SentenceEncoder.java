package dev.sotto.nlu.embedding;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.sotto.nlu.embedding.EncoderUnavailableException.Reason;
import dev.sotto.nlu.intent.TextEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A sentence encoder of the MiniLM kind on ONNX Runtime: one shared session with one thread inside it, so that requests
 * are the parallelism. The vector is the mean of the token states, scaled to length 1. Safe for many threads; one text
 * at a time, because dynamic quantisation would make a vector depend on the others of its batch. Native buffers that
 * held piece ids are zeroed after each call.
 */
final class SentenceEncoder implements TextEncoder, AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece tokens;
    private final String identity;
    private final int dimension;
    private final InputBuffers buffers = new InputBuffers();

    private SentenceEncoder(OrtEnvironment environment, OrtSession session, WordPiece tokens, String identity)
            throws OrtException {
        this.environment = environment;
        this.session = session;
        this.tokens = tokens;
        this.identity = identity;
        this.dimension = dimensionOf(session);
    }

    /** Opens an encoder; takes about a quarter of a second of CPU. */
    static SentenceEncoder open(EncoderSource source) throws EncoderUnavailableException {
        try {
            WordPiece tokens = tokens(source);
            String identity = identity(source);
            return open(source, tokens, identity);
        } catch (IOException e) {
            throw new EncoderUnavailableException(Reason.FILES, "the encoder's files cannot be read", e);
        }
    }

    private static WordPiece tokens(EncoderSource source) throws IOException, EncoderUnavailableException {
        try {
            return new WordPiece(VocabularyFile.read(source.tokenizer()));
        } catch (IllegalArgumentException e) {
            throw new EncoderUnavailableException(Reason.FORM, "the tokenizer file is not of the expected form", e);
        }
    }

    private static SentenceEncoder open(EncoderSource source, WordPiece tokens, String identity)
            throws IOException, EncoderUnavailableException {
        OrtEnvironment environment = NativeRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = session(environment, source, options);
            try {
                return new SentenceEncoder(environment, session, tokens, identity);
            } catch (OrtException | IllegalArgumentException e) {
                session.close();
                throw e;
            }
        } catch (OrtException | IllegalArgumentException e) {
            throw new EncoderUnavailableException(Reason.FORM, "the model file is not an encoder of this kind", e);
        }
    }

    /** A file is left to native code to read, so that its bytes never lie in this process twice. */
    private static OrtSession session(
            OrtEnvironment environment, EncoderSource source, OrtSession.SessionOptions options)
            throws IOException, OrtException {
        if (source instanceof EncoderSource.OfFiles files) {
            return environment.createSession(files.modelFile().toString(), options);
        }
        try (InputStream model = source.model()) {
            return environment.createSession(model.readAllBytes(), options);
        }
    }

    /** Returns a checksum and the size of the model: what tells it from another, at a cost that starting can bear. */
    String identity() {
        return identity;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public float[] encode(String text) {
        InputBuffers.Inputs inputs = buffers.ofThisThread();
        int count = tokens.encode(text, inputs.ids());
        long[] shape = {1, count};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, inputs.ids(count), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, inputs.mask(count), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, inputs.types(count), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), count);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed with code " + e.getCode());
        } finally {
            inputs.wipe(count);
        }
    }

    private float[] mean(FloatBuffer states, int count) {
        float[] vector = new float[dimension];
        for (int token = 0; token < count; token++) {
            for (int i = 0; i < dimension; i++) {
                vector[i] += states.get(token * dimension + i);
            }
        }
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 0;
        for (int i = 0; i < dimension; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder does not close, code " + e.getCode());
        }
    }

    private static int dimensionOf(OrtSession session) throws OrtException {
        TensorInfo states =
                (TensorInfo) session.getOutputInfo().values().iterator().next().getInfo();
        long[] shape = states.getShape();
        boolean known = session.getInputNames().containsAll(List.of("input_ids", "attention_mask", "token_type_ids"));
        if (!known || shape.length != 3 || shape[2] <= 0 || states.type != OnnxJavaType.FLOAT) {
            throw new IllegalArgumentException("not a BERT encoder with token states as its first output");
        }
        return (int) shape[2];
    }

    private static String identity(EncoderSource source) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (InputStream model = source.model()) {
            for (int read = model.read(buffer); read >= 0; read = model.read(buffer)) {
                checksum.update(buffer, 0, read);
                size += read;
            }
        }
        return String.format(Locale.ROOT, "crc32c-%08x-%d", checksum.getValue(), size);
    }
}

package dev.sotto.speech.activity;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.sotto.nlu.embedding.EncoderUnavailableException;
import dev.sotto.nlu.embedding.NativeRuntime;
import java.io.IOException;
import java.io.InputStream;

/** Silero's voice activity detector (version 6 of the model) on ONNX Runtime. Safe for many threads. */
public final class SileroDetector implements VoiceDetector, AutoCloseable {

    private static final String MODEL = "/silero_vad_v6.onnx";

    private final OrtEnvironment environment;
    private final OrtSession session;

    private SileroDetector(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * Opens the detector; takes about a quarter of a second of CPU.
     *
     * @throws EncoderUnavailableException if ONNX Runtime does not load on this machine
     */
    public static SileroDetector open() throws EncoderUnavailableException {
        OrtEnvironment environment = NativeRuntime.environment();
        try (InputStream in = SileroDetector.class.getResourceAsStream(MODEL);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IllegalStateException("no resource " + MODEL);
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new SileroDetector(environment, environment.createSession(in.readAllBytes(), options));
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("the voice detector's model does not load", e);
        }
    }

    @Override
    public DetectorStream listen(int rate) {
        return new SileroStream(environment, session, rate);
    }

    /** Frees the model. No stream may be used any more. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the voice detector does not close", e);
        }
    }
}

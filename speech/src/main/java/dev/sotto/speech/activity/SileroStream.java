package dev.sotto.speech.activity;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * One line as the network hears it. It is given each frame behind the last {@code 1/8} of the one before, without which it
 * is hardly better than guessing. Confined to one thread at a time. Its buffers are overwritten when it is closed.
 */
final class SileroStream implements DetectorStream {

    private static final int WIDE = 16_000;
    private static final int NARROW = 8_000;
    private static final int STATE = 2 * 128;
    private static final float FULL_SCALE = 32_768;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int rate;
    private final int context;
    private final int frame;
    private final FloatBuffer input;
    private final float[] state = new float[STATE];
    private int filled;

    SileroStream(OrtEnvironment environment, OrtSession session, int rate) {
        if (rate != WIDE && rate != NARROW) {
            throw new IllegalArgumentException(rate + " samples a second; expected " + NARROW + " or " + WIDE);
        }
        this.environment = environment;
        this.session = session;
        this.rate = rate;
        this.frame = rate * FRAME / 1000;
        this.context = frame / 8;
        this.input = ByteBuffer.allocateDirect((context + frame) * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    @Override
    public double[] accept(double[] samples) {
        double[] voices = new double[(filled + samples.length) / frame];
        int done = 0;
        for (double sample : samples) {
            input.put(context + filled, (float) sample / FULL_SCALE);
            if (++filled == frame) {
                voices[done++] = run();
                filled = 0;
            }
        }
        return voices;
    }

    @Override
    public void close() {
        for (int i = 0; i < input.capacity(); i++) {
            input.put(i, 0);
        }
        Arrays.fill(state, 0);
        filled = 0;
    }

    private double run() {
        input.rewind();
        try (OnnxTensor audio = OnnxTensor.createTensor(environment, input, new long[] {1, context + frame});
                OnnxTensor before =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(state), new long[] {2, 1, 128});
                OnnxTensor sampleRate = OnnxTensor.createTensor(environment, (long) rate);
                OrtSession.Result result = session.run(Map.of("input", audio, "state", before, "sr", sampleRate))) {
            FloatBuffer probability = ((OnnxTensor) result.get(0)).getFloatBuffer();
            ((OnnxTensor) result.get(1)).getFloatBuffer().get(state);
            for (int i = 0; i < context; i++) {
                input.put(i, input.get(frame + i));
            }
            return probability.get(0);
        } catch (OrtException e) {
            throw new IllegalStateException("the voice detector fails", e);
        }
    }
}

package dev.sotto.testing;

import dev.sotto.speech.activity.DetectorStream;
import dev.sotto.speech.activity.VoiceDetector;
import java.util.stream.DoubleStream;

/** Takes whatever is loud for a voice. */
public final class LoudnessDetector implements VoiceDetector {

    private static final double LOUD = 1_000;

    @Override
    public DetectorStream listen(int rate) {
        return new Frames(rate * DetectorStream.FRAME / 1000);
    }

    private static final class Frames implements DetectorStream {

        private final int frame;
        private double loudest;
        private int filled;

        Frames(int frame) {
            this.frame = frame;
        }

        @Override
        public double[] accept(double[] samples) {
            DoubleStream.Builder frames = DoubleStream.builder();
            for (double sample : samples) {
                loudest = Math.max(loudest, Math.abs(sample));
                if (++filled == frame) {
                    frames.add(loudest > LOUD ? 1 : 0);
                    loudest = 0;
                    filled = 0;
                }
            }
            return frames.build().toArray();
        }

        @Override
        public void close() {
            loudest = 0;
        }
    }
}

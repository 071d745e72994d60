package dev.sotto.prove;

import dev.sotto.speech.audio.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Audio that there was never before, and short windows of it in the forms that samples have in memory: 16 bits as they are
 * sent, and as floating-point numbers in units of 16-bit audio or of full scale. Audio that was filtered or brought to
 * another rate is other audio, and is not found.
 */
final class SoundMark {

    /** Silence would be found everywhere. */
    private static final int QUIET = 100;

    /** So loud is the noise that makes a window occur once: half as many bits of it as there are samples would do. */
    private static final int NOISE = 48;

    private static final int WINDOW = 12;
    private static final int APART = 200;
    private static final float FULL_SCALE = 32_768;

    private SoundMark() {}

    /** Returns samples with noise in them that is heard by nobody. */
    static short[] unique(double[] samples) {
        SecureRandom random = new SecureRandom();
        short[] unique = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            unique[i] = Samples.nearest(samples[i] + random.nextInt(2 * NOISE + 1) - NOISE);
        }
        return unique;
    }

    /** Returns samples as they are sent, and as memory has them: the lower byte first. */
    static byte[] bytes(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : samples) {
            bytes.putShort(sample);
        }
        return bytes.array();
    }

    /** Returns the bytes to look for: a window every 12 ms of what is loud. */
    static List<byte[]> forms(short[] samples) {
        List<byte[]> forms = new ArrayList<>();
        for (int at = 0; at + WINDOW <= samples.length; at += APART) {
            if (isLoud(samples, at)) {
                forms.add(bytes(Arrays.copyOfRange(samples, at, at + WINDOW)));
                forms.add(singles(samples, at));
                forms.add(doubles(samples, at));
            }
        }
        return forms;
    }

    private static boolean isLoud(short[] samples, int from) {
        int loudest = 0;
        for (int i = from; i < from + WINDOW; i++) {
            if (samples[i] == 0) {
                return false;
            }
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest > QUIET;
    }

    private static byte[] singles(short[] samples, int from) {
        ByteBuffer bytes = ByteBuffer.allocate(WINDOW * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < from + WINDOW; i++) {
            bytes.putFloat(samples[i] / FULL_SCALE);
        }
        return bytes.array();
    }

    private static byte[] doubles(short[] samples, int from) {
        ByteBuffer bytes = ByteBuffer.allocate(WINDOW * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < from + WINDOW; i++) {
            bytes.putDouble(samples[i]);
        }
        return bytes.array();
    }
}

package dev.sotto.speech.audio;

/** The telephone's two ways of putting a sample into eight bits (ITU-T G.711). */
public final class G711 {

    private static final int MULAW_BIAS = 0x84;
    private static final int MULAW_LARGEST = 32_635;
    private static final int ALAW_FLIP = 0x55;

    private G711() {}

    /** Returns the sample that a byte of µ-law stands for. */
    public static short ofMulaw(byte code) {
        int bits = ~code & 0xFF;
        int exponent = (bits >> 4) & 7;
        int magnitude = ((((bits & 0x0F) << 3) + MULAW_BIAS) << exponent) - MULAW_BIAS;
        return (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
    }

    /** Returns the byte of µ-law that is nearest to a sample. */
    public static byte toMulaw(short sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs((int) sample), MULAW_LARGEST) + MULAW_BIAS;
        int exponent = Math.max(0, 31 - Integer.numberOfLeadingZeros(magnitude) - 7);
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }

    /** Returns the sample that a byte of A-law stands for. */
    public static short ofAlaw(byte code) {
        int bits = (code & 0xFF) ^ ALAW_FLIP;
        int exponent = (bits >> 4) & 7;
        int magnitude = ((bits & 0x0F) << 4) + 8;
        if (exponent > 0) {
            magnitude = (magnitude + 0x100) << (exponent - 1);
        }
        return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    /** Returns the byte of A-law that is nearest to a sample. */
    public static byte toAlaw(short sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int magnitude = sample >= 0 ? sample : -sample - 1;
        int exponent = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(magnitude, 1)) - 7);
        int mantissa = (magnitude >> (exponent == 0 ? 4 : exponent + 3)) & 0x0F;
        return (byte) ((sign | (exponent << 4) | mantissa) ^ ALAW_FLIP);
    }
}

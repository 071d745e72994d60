package dev.sotto.speech.command;

import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the head of a WAV file that is still being written, whose sizes are therefore not to be trusted. Pure functions of a
 * stream.
 */
final class WavStream {

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746D66;
    private static final int DATA = 0x61746164;
    private static final int MOST_BEFORE_DATA = 65_536;
    private static final int LEAST_FORMAT = 16;

    private WavStream() {}

    /**
     * Reads up to the first sample.
     *
     * @return samples a second
     */
    static int rate(InputStream in) throws IOException {
        ByteBuffer head = read(in, 12);
        if (head.getInt(0) != RIFF || head.getInt(8) != WAVE) {
            throw bad("no WAV");
        }
        int rate = 0;
        int left = MOST_BEFORE_DATA;
        while (left > 0) {
            ByteBuffer chunk = read(in, 8);
            int size = chunk.getInt(4);
            if (chunk.getInt(0) == DATA) {
                if (rate == 0) {
                    throw bad("audio before its format");
                }
                return rate;
            }
            if (size < 0 || size > left) {
                throw bad("no audio");
            }
            ByteBuffer content = read(in, size + (size & 1));
            if (chunk.getInt(0) == FORMAT) {
                rate = rate(content);
            }
            left -= 8 + size;
        }
        throw bad("no audio");
    }

    private static int rate(ByteBuffer format) {
        if (format.limit() < LEAST_FORMAT
                || format.getShort(0) != 1
                || format.getShort(2) != 1
                || format.getShort(14) != 16) {
            throw bad("audio that is not 16-bit linear in one channel");
        }
        int rate = format.getInt(4);
        if (rate < 8_000 || rate > 48_000) {
            throw bad("a rate outside 8000 to 48000");
        }
        return rate;
    }

    private static ByteBuffer read(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw bad("no audio");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static SynthesisFailedException bad(String found) {
        return new SynthesisFailedException(Reason.FAILED, "the speech command wrote " + found);
    }
}

package dev.sotto.speech.audio;

import dev.sotto.speech.AudioFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A WAV file in memory (RIFF, one channel; 16-bit PCM, µ-law or A-law). */
public final class WavFile {

    private static final int PCM = 1;
    private static final int ALAW = 6;
    private static final int MULAW = 7;

    private final AudioFormat format;
    private final byte[] audio;

    private WavFile(AudioFormat format, byte[] audio) {
        this.format = format;
        this.audio = audio;
    }

    /**
     * Reads a file.
     *
     * @throws MalformedWavException if it is none, or of another kind
     * @throws IOException if it cannot be read
     */
    public static WavFile read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /**
     * Reads the content of a file.
     *
     * @throws MalformedWavException if it is none, or of another kind
     */
    public static WavFile of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || !tag(in).equals("RIFF") || in.getInt() == 0 || !tag(in).equals("WAVE")) {
            throw new MalformedWavException("found no RIFF header of a WAVE; expected a WAV file");
        }
        Optional<AudioFormat> format = Optional.empty();
        while (in.remaining() >= 8) {
            String tag = tag(in);
            long size = Integer.toUnsignedLong(in.getInt());
            int kept = (int) Math.min(size, in.remaining());
            if (tag.equals("fmt ")) {
                format = Optional.of(format(in.slice().order(ByteOrder.LITTLE_ENDIAN), kept));
            } else if (tag.equals("data")) {
                AudioFormat known = format.orElseThrow(
                        () -> new MalformedWavException("found audio before its format; expected a fmt chunk first"));
                int whole = kept - kept % known.bytesPerSample();
                return new WavFile(known, Arrays.copyOfRange(bytes, in.position(), in.position() + whole));
            }
            in.position(Math.min(in.limit(), in.position() + kept + (kept & 1)));
        }
        throw new MalformedWavException("found no audio; expected a data chunk");
    }

    /** Returns a file with linear 16-bit audio of one channel. */
    public static byte[] write(AudioFormat format, byte[] audio) {
        ByteBuffer out = ByteBuffer.allocate(44 + audio.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(36 + audio.length).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) PCM).putShort((short) 1);
        out.putInt(format.sampleRate())
                .putInt(2 * format.sampleRate())
                .putShort((short) 2)
                .putShort((short) 16);
        out.put(ascii("data")).putInt(audio.length).put(audio);
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns how the audio is laid out. */
    public AudioFormat format() {
        return format;
    }

    /** Returns the audio itself, not a copy: whole samples. */
    public byte[] audio() {
        return audio;
    }

    private static AudioFormat format(ByteBuffer chunk, int size) {
        if (size < 16) {
            throw new MalformedWavException("found a fmt chunk of " + size + " bytes; expected 16 or more");
        }
        int kind = chunk.getShort(0);
        int channels = chunk.getShort(2);
        int rate = chunk.getInt(4);
        int bits = chunk.getShort(14);
        if (channels != 1) {
            throw new MalformedWavException("found " + channels + " channels; expected one");
        }
        if (rate < AudioFormat.MIN_RATE || rate > AudioFormat.MAX_RATE) {
            throw new MalformedWavException("found " + rate + " samples a second; expected " + AudioFormat.MIN_RATE
                    + " to " + AudioFormat.MAX_RATE);
        }
        if (kind == PCM && bits == 16) {
            return AudioFormat.linear(rate);
        }
        if (kind == MULAW && bits == 8) {
            return new AudioFormat(AudioFormat.Encoding.MULAW, rate, 1);
        }
        if (kind == ALAW && bits == 8) {
            return new AudioFormat(AudioFormat.Encoding.ALAW, rate, 1);
        }
        throw new MalformedWavException("found encoding " + kind + " of " + bits
                + " bits; expected PCM of 16 bits, or A-law or \u00b5-law of 8");
    }

    private static String tag(ByteBuffer in) {
        byte[] letters = new byte[4];
        in.get(letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }
}

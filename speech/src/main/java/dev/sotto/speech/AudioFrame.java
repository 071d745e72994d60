package dev.sotto.speech;

import java.time.Duration;
import java.util.Arrays;

/**
 * A stretch of audio with its place in the stream. Mutable in one way: it can be wiped, and whoever it was handed to last
 * does that. Confined to one thread at a time.
 */
public final class AudioFrame {

    /** How long each frame is that a synthesiser makes. */
    public static final Duration SPOKEN = Duration.ofMillis(20);

    private final AudioFormat format;
    private final long start;
    private final byte[] audio;
    private boolean wiped;

    /**
     * @param start number of its first sample since the stream began, from 0
     * @param audio whole samples; the array belongs to the frame from here on
     */
    public AudioFrame(AudioFormat format, long start, byte[] audio) {
        if (start < 0) {
            throw new IllegalArgumentException("a frame before the stream");
        }
        // Checks that the samples are whole.
        Math.addExact(start, format.samples(audio.length));
        this.format = format;
        this.start = start;
        this.audio = audio;
    }

    /** Returns how the audio is laid out. */
    public AudioFormat format() {
        return format;
    }

    /** Returns the number of the first sample. */
    public long start() {
        return start;
    }

    /** Returns the number of the first sample after this frame: where the next one starts if nothing is missing. */
    public long end() {
        return start + samples();
    }

    /** Returns how many samples it has in each channel. */
    public int samples() {
        return format.samples(audio.length);
    }

    /** Returns how long it lasts. */
    public Duration duration() {
        return format.duration(samples());
    }

    /**
     * Returns the audio itself, not a copy.
     *
     * @throws IllegalStateException if it was wiped
     */
    public byte[] audio() {
        if (wiped) {
            throw new IllegalStateException("the frame was wiped");
        }
        return audio;
    }

    /** Overwrites the audio with zeros. Harmless if that was done. */
    public void wipe() {
        Arrays.fill(audio, (byte) 0);
        wiped = true;
    }

    /** Returns whether the audio is gone. */
    public boolean isWiped() {
        return wiped;
    }

    /** Returns place and length, never the audio. */
    @Override
    public String toString() {
        return "AudioFrame(" + format + ", " + start + "+" + samples() + ")";
    }
}

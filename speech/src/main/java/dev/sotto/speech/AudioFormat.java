package dev.sotto.speech;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How audio is laid out: uncompressed samples, channels interleaved.
 *
 * @param encoding how one sample is written
 * @param sampleRate samples a second in each channel, {@value #MIN_RATE} to {@value #MAX_RATE}
 * @param channels 1 or 2
 */
public record AudioFormat(Encoding encoding, int sampleRate, int channels) {

    /** The telephone's. */
    public static final int MIN_RATE = 8_000;

    /** The studio's. */
    public static final int MAX_RATE = 48_000;

    /** Most channels. */
    public static final int MAX_CHANNELS = 2;

    /** What recognisers hear: one channel, in each encoding, at the rates that telephones, microphones and browsers have. */
    public static final Set<AudioFormat> HEARD = IntStream.of(8_000, 16_000, 24_000, 44_100, 48_000)
            .boxed()
            .flatMap(rate -> Arrays.stream(Encoding.values()).map(encoding -> new AudioFormat(encoding, rate, 1)))
            .collect(Collectors.toUnmodifiableSet());

    private static final long NANOS = 1_000_000_000;

    public AudioFormat {
        if (sampleRate < MIN_RATE || sampleRate > MAX_RATE) {
            throw new IllegalArgumentException(
                    sampleRate + " samples a second; expected " + MIN_RATE + " to " + MAX_RATE);
        }
        if (channels < 1 || channels > MAX_CHANNELS) {
            throw new IllegalArgumentException(channels + " channels; expected 1 to " + MAX_CHANNELS);
        }
    }

    /** Returns linear 16-bit audio in one channel. */
    public static AudioFormat linear(int sampleRate) {
        return new AudioFormat(Encoding.PCM_S16LE, sampleRate, 1);
    }

    /** Returns how many bytes one sample of all channels takes. */
    public int bytesPerSample() {
        return encoding.bytes * channels;
    }

    /** Returns how many whole samples fit into a time, rounded down. */
    public long samples(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a negative time");
        }
        return Math.addExact(
                Math.multiplyExact(time.getSeconds(), (long) sampleRate), time.getNano() * (long) sampleRate / NANOS);
    }

    /** Returns how many bytes the whole samples of a time take. */
    public int bytes(Duration time) {
        return Math.toIntExact(Math.multiplyExact(samples(time), (long) bytesPerSample()));
    }

    /**
     * Returns how many samples so many bytes hold.
     *
     * @throws IllegalArgumentException if the last one is not whole
     */
    public int samples(int bytes) {
        if (bytes < 0 || bytes % bytesPerSample() != 0) {
            throw new IllegalArgumentException(bytes + " bytes; expected a multiple of " + bytesPerSample());
        }
        return bytes / bytesPerSample();
    }

    /** Returns how long so many samples last, to the nanosecond below. */
    public Duration duration(long samples) {
        return Duration.ofSeconds(samples / sampleRate, samples % sampleRate * NANOS / sampleRate);
    }

    /** How one sample is written. */
    public enum Encoding {
        /** Linear, 16 bits, signed, the lower byte first. */
        PCM_S16LE(2),
        /** Logarithmic, 8 bits, as telephones in North America and Japan have it (ITU-T G.711). */
        MULAW(1),
        /** Logarithmic, 8 bits, as telephones elsewhere have it (ITU-T G.711). */
        ALAW(1);

        private final int bytes;

        Encoding(int bytes) {
            this.bytes = bytes;
        }
    }
}

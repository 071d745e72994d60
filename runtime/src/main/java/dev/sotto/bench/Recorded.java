package dev.sotto.bench;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.audio.Samples;
import dev.sotto.voice.Elocution;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** A recorded sentence in frames of 20 ms, with the frames in which its voice begins and ends. Immutable. */
final class Recorded {

    static final Duration FRAME = Duration.ofMillis(20);

    /** So far below the loudest frame, in power, nobody speaks any more: 35 dB. */
    private static final double QUIET = 3e-4;

    private final String text;
    private final AudioFormat format;
    private final byte[] audio;
    private final double[] powers;
    private final double quiet;
    private final int first;
    private final int last;

    Recorded(String text, AudioFormat format, byte[] audio) {
        this.text = text;
        this.format = format;
        this.audio = audio;
        this.powers = new double[frames()];
        Arrays.setAll(powers, number -> power(frame(number)));
        this.quiet = QUIET * Arrays.stream(powers).max().orElse(0);
        int begins = 0;
        while (begins < powers.length - 1 && powers[begins] <= quiet) {
            begins++;
        }
        int ends = powers.length - 1;
        while (ends > begins && powers[ends] <= quiet) {
            ends--;
        }
        this.first = begins;
        this.last = ends;
    }

    /** Returns a sentence as somebody speaks it. */
    static Recorded spoken(Elocution elocution, String text) {
        double[] words = elocution.words(new Saying(text), Locale.UK);
        return new Recorded(text, Elocution.FORMAT, Samples.encode(words));
    }

    /** Returns what is said. */
    String text() {
        return text;
    }

    AudioFormat format() {
        return format;
    }

    int frames() {
        return (audio.length + frameBytes() - 1) / frameBytes();
    }

    /** Returns the first frame with a voice. */
    int first() {
        return first;
    }

    /** Returns the last frame with a voice. */
    int last() {
        return last;
    }

    /** Returns whether there is a voice in a frame. */
    boolean isVoiced(int number) {
        return powers[number] > quiet;
    }

    /** Returns a frame; the last is filled up with silence. */
    byte[] frame(int number) {
        int from = number * frameBytes();
        return Arrays.copyOfRange(audio, from, from + frameBytes());
    }

    private int frameBytes() {
        return format.bytes(FRAME);
    }

    private double power(byte[] frame) {
        return Arrays.stream(Samples.decode(format, frame)).map(x -> x * x).sum();
    }
}

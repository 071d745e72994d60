package dev.sotto.speech.command;

import dev.sotto.speech.Voice;
import dev.sotto.speech.delivery.Delivery.Source;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a program is started, and what it writes.
 *
 * @param arguments the program and its arguments, in which {@code {voice}} becomes the name of the voice and {@code
 *     {stretch}} how much longer than the voice would speak, such as {@code 1.20}; never the words, which others on the
 *     machine could read there
 * @param rate samples a second if it writes bare 16-bit linear audio, lower byte first, of one channel; 0 if it writes WAV
 * @param voices that it has, the one to take unless told otherwise first
 * @param gain what brings its audio to 20 dB below full scale, 0.05 to 20
 * @param longest time for a phrase
 * @param atOnce how many of it may run
 */
public record SpeechCommand(
        List<String> arguments, int rate, List<Voice> voices, double gain, Duration longest, int atOnce) {

    /** What is no louder is silence, 44 dB below full scale. */
    private static final double SILENCE = 200;

    public SpeechCommand {
        arguments = List.copyOf(arguments);
        voices = List.copyOf(voices);
        if (arguments.isEmpty() || voices.isEmpty()) {
            throw new IllegalArgumentException("a command without a program or voice");
        }
        if (rate != 0 && (rate < 8_000 || rate > 48_000)) {
            throw new IllegalArgumentException(rate + " samples a second; expected 8000 to 48000, or 0 for WAV");
        }
        if (!(gain >= 0.05 && gain <= 20)) {
            throw new IllegalArgumentException("a gain outside 0.05 to 20");
        }
        if (longest.isNegative() || longest.isZero() || atOnce < 1) {
            throw new IllegalArgumentException("a command without time or room to run");
        }
    }

    /** Returns the same with another gain. */
    SpeechCommand with(double other) {
        return new SpeechCommand(arguments, rate, voices, other, longest, atOnce);
    }

    /** Returns what is known of its audio. */
    Source source() {
        return new Source(gain, SILENCE);
    }

    /** Returns what is started for a voice. */
    List<String> arguments(Voice voice, double stretch) {
        String number = String.format(Locale.ROOT, "%.2f", stretch);
        return arguments.stream()
                .map(argument -> argument.replace("{voice}", voice.name()).replace("{stretch}", number))
                .toList();
    }
}

package dev.sotto.channel.frame;

import dev.sotto.speech.AudioFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The audio that a client sends and plays.
 *
 * @param listen what it sends; nothing if that is of a kind that is not taken
 * @param speak what it plays; nothing if that is of a kind that is not made
 */
public record AudioOffer(Optional<AudioFormat> listen, Optional<AudioFormat> speak) {

    private static final Set<Integer> SPEAK_RATES = Set.of(8_000, 16_000);
    private static final long HIGHEST = 1_000_000;

    static Optional<AudioOffer> of(Members hello) {
        if (!hello.has("audio")) {
            return Optional.empty();
        }
        Members audio = hello.object("audio");
        return Optional.of(new AudioOffer(
                format(audio.object("listen")).filter(AudioFormat.HEARD::contains),
                format(audio.object("speak"))
                        .filter(format -> SPEAK_RATES.contains(format.sampleRate()))
                        .filter(format -> format.encoding() == AudioFormat.Encoding.PCM_S16LE)));
    }

    /** Returns the word for an encoding on the wire. */
    static String word(AudioFormat.Encoding encoding) {
        return encoding.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<AudioFormat> format(Members members) {
        String encoding = members.text("encoding");
        long rate = members.number("rate", 1, HIGHEST);
        long channels = members.has("channels") ? members.number("channels", 1, HIGHEST) : 1;
        for (AudioFormat.Encoding known : AudioFormat.Encoding.values()) {
            boolean isKnown = word(known).equals(encoding) && channels == 1;
            if (isKnown && rate >= AudioFormat.MIN_RATE && rate <= AudioFormat.MAX_RATE) {
                return Optional.of(new AudioFormat(known, (int) rate, 1));
            }
        }
        return Optional.empty();
    }
}

package dev.sotto.speech.testing;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.graph.Dictionary;
import dev.sotto.speech.graph.Pronunciations;
import dev.sotto.speech.model.AcousticSets;
import dev.sotto.speech.model.SphinxModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says things to recognisers. */
public final class Voices {

    /** How the model's voice sounds. */
    public static final AudioFormat FORMAT = AudioFormat.linear(16_000);

    private static final ModelVoice VOICE = voice();
    private static final int FRAME = 3_200;

    private Voices() {}

    /** Returns the model's own voice, which one thread at a time may use. */
    public static ModelVoice model() {
        return VOICE;
    }

    /** Returns words as 16-bit audio. */
    public static byte[] say(String words) {
        return Samples.encode(VOICE.speak(words));
    }

    /** Returns audio in frames of 0.1 s. */
    public static List<AudioFrame> frames(byte[] audio, long start) {
        List<AudioFrame> frames = new ArrayList<>();
        for (int from = 0; from < audio.length; from += FRAME) {
            byte[] piece = Arrays.copyOfRange(audio, from, Math.min(audio.length, from + FRAME));
            frames.add(new AudioFrame(FORMAT, start + from / 2, piece));
        }
        return frames;
    }

    /** Returns what a stream makes of audio. */
    public static String hear(RecognizerStream stream, byte[] audio) {
        frames(audio, 0).forEach(frame -> ignore(stream.accept(frame)));
        return words(stream.finish());
    }

    /** Returns the words of the last event, {@code [rejected]}, or nothing. */
    public static String words(List<SpeechEvent> events) {
        SpeechEvent last = events.get(events.size() - 1);
        if (last instanceof SpeechEvent.Rejected) {
            return "[rejected]";
        }
        List<SpeechEvent.Guess> guesses = ((SpeechEvent.Final) last).guesses();
        return guesses.isEmpty() ? "" : guesses.get(0).text().reveal();
    }

    private static void ignore(List<SpeechEvent> partials) {
        if (partials.stream().anyMatch(event -> !(event instanceof SpeechEvent.Partial))) {
            throw new IllegalStateException("the end of a turn in the middle of it");
        }
    }

    private static ModelVoice voice() {
        SphinxModel model = SphinxModel.read();
        return new ModelVoice(
                model,
                new AcousticSets(model).of(AcousticSets.Kind.CLEAR),
                new Pronunciations(Dictionary.read(), model.phones()));
    }
}

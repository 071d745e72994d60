package dev.sotto.speech.embedded;

import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.audio.Resampler;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.frontend.PreparedTurn;
import dev.sotto.speech.graph.GraphBuilder;
import dev.sotto.speech.spectrum.MelBank;
import dev.sotto.speech.vosk.VoskDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keeps a turn's audio, and decodes it when it is over. Confined to one thread at a time. */
final class TurnStream implements RecognizerStream {

    /** Longest turn. */
    static final Duration LONGEST = Duration.ofSeconds(55);

    private final Hearings hearings;
    private final List<String> words;
    private final AudioFormat format;
    private final int most;
    private double[] audio = new double[0];
    private int count;
    private long upTo;
    private boolean closed;

    TurnStream(Hearings hearings, List<String> words, AudioFormat format) {
        this.hearings = hearings;
        this.words = words;
        this.format = format;
        this.most = Math.toIntExact(format.samples(LONGEST));
    }

    @Override
    public List<SpeechEvent> accept(AudioFrame frame) {
        checkOpen();
        if (!frame.format().equals(format)) {
            throw new IllegalArgumentException("a frame in another format than the stream's");
        }
        int samples = frame.samples();
        if (samples > most - count) {
            throw new TurnTooLongException(LONGEST);
        }
        makeRoom(count + samples);
        Samples.decode(format.encoding(), frame.audio(), audio, count);
        count += samples;
        upTo = frame.end();
        return List.of();
    }

    @Override
    public List<SpeechEvent> finish() {
        checkOpen();
        double[] turn = Arrays.copyOf(audio, count);
        forget();
        double[] even = turn;
        if (format.sampleRate() != MelBank.RATE) {
            even = new Resampler(format.sampleRate(), MelBank.RATE).apply(turn);
            Arrays.fill(turn, 0);
        }
        Optional<PreparedTurn> prepared = hearings.frontEnd().prepare(even);
        return List.of(prepared.map(this::decode).orElseGet(() -> new SpeechEvent.Final(List.of(), upTo)));
    }

    @Override
    public void close() {
        forget();
        closed = true;
    }

    private SpeechEvent decode(PreparedTurn turn) {
        try (VoskDecoder decoder = hearings.decoder(turn.hearing())) {
            decoder.accept(turn.samples());
            return event(decoder.finish());
        } finally {
            turn.wipe();
        }
    }

    private SpeechEvent event(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return new SpeechEvent.Final(List.of(), upTo);
        }
        List<String> said =
                numbers.stream().map(number -> words.get(number - 1)).toList();
        if (said.contains(GraphBuilder.OTHER)) {
            return new SpeechEvent.Rejected(upTo);
        }
        return new SpeechEvent.Final(List.of(new SpeechEvent.Guess(new Utterance(String.join(" ", said)), 1)), upTo);
    }

    private void makeRoom(int samples) {
        if (samples > audio.length) {
            double[] larger = Arrays.copyOf(audio, Math.min(most, Math.max(2 * samples, format.sampleRate())));
            Arrays.fill(audio, 0);
            audio = larger;
        }
    }

    private void forget() {
        Arrays.fill(audio, 0);
        count = 0;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("a call to a closed stream");
        }
    }
}

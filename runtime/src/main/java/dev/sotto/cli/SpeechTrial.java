package dev.sotto.cli;

import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Hypothesis;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Moment;
import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.TelephoneLine;
import dev.sotto.speech.audio.WavFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plays recordings to a bot, each as a turn of its own, and asks what it understood. Confined to one thread. */
final class SpeechTrial {

    private final CompiledLocale bot;
    private final Recognizer ear;
    private final Hints hints;
    private final Optional<NoiseMixer> mixer;
    private final Optional<TelephoneLine> telephone;

    /**
     * @param hints what the bot has just asked for
     * @param mixer puts noise in
     * @param telephone carries what is said, noise included
     */
    SpeechTrial(
            CompiledLocale bot,
            Recognizer ear,
            Hints hints,
            Optional<NoiseMixer> mixer,
            Optional<TelephoneLine> telephone) {
        this.bot = bot;
        this.ear = ear;
        this.hints = hints;
        this.mixer = mixer;
        this.telephone = telephone;
    }

    SpokenOutcome play(SpokenRow row) {
        AudioFrame turn = turn(row);
        double seconds = turn.duration().toNanos() / 1e9;
        try (RecognizerStream stream = ear.open(bot.bot().locale(), turn.format(), hints)) {
            // What is told before the end of the turn is of no interest.
            List<SpeechEvent> unused = stream.accept(turn);
            assert unused != null;
            long ended = System.nanoTime();
            Optional<SpeechEvent.Guess> guess = guess(stream.finish());
            double decoded = (System.nanoTime() - ended) / 1e9;
            return outcome(row, guess, seconds, decoded);
        } finally {
            turn.wipe();
        }
    }

    private SpokenOutcome outcome(SpokenRow row, Optional<SpeechEvent.Guess> guess, double seconds, double decoded) {
        Utterance said = guess.map(SpeechEvent.Guess::text).orElse(new Utterance(""));
        Optional<Interpretation> best = guess.flatMap(heard -> bot.interpreter()
                .understand(
                        new Heard(List.of(new Hypothesis(heard.text(), heard.confidence()))),
                        new Expectation.Anything(),
                        Moment.EXAMPLE)
                .best());
        Map<String, String> slots = new TreeMap<>();
        best.ifPresent(found -> found.slots()
                .forEach(slot -> slots.put(slot.slot().value(), slot.original().reveal())));
        return new SpokenOutcome(
                row, said.reveal(), best.map(found -> found.intent().value()), slots, seconds, decoded);
    }

    private static Optional<SpeechEvent.Guess> guess(List<SpeechEvent> events) {
        return events.get(events.size() - 1) instanceof SpeechEvent.Final last
                ? last.guesses().stream().findFirst()
                : Optional.empty();
    }

    private AudioFrame turn(SpokenRow row) {
        WavFile wav = Recordings.read(row.recording());
        int rate = wav.format().sampleRate();
        if (mixer.isEmpty() && telephone.isEmpty()) {
            return new AudioFrame(wav.format(), 0, wav.audio());
        }
        double[] clear = Samples.decode(wav.format(), wav.audio());
        double[] heard = mixer.map(noise -> noise.mix(clear, rate)).orElse(clear);
        AudioFrame turn = telephone
                .map(line -> new AudioFrame(TelephoneLine.FORMAT, 0, line.carry(heard, rate)))
                .orElseGet(() -> new AudioFrame(AudioFormat.linear(rate), 0, Samples.encode(heard)));
        Arrays.fill(clear, 0);
        Arrays.fill(heard, 0);
        return turn;
    }
}

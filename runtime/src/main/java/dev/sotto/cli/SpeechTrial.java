package dev.sotto.cli;

import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Interpretation;
import dev.sotto.nlu.Moment;
import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.WavFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plays recordings to a bot, each as a turn of its own, and asks what it understood. Confined to one thread. */
final class SpeechTrial {

    private final CompiledLocale bot;
    private final Recognizer ear;
    private final Hints hints;
    private final AudioPath path;

    /**
     * @param hints what the bot has just asked for
     * @param path what lies between whoever was recorded and the bot
     */
    SpeechTrial(CompiledLocale bot, Recognizer ear, Hints hints, AudioPath path) {
        this.bot = bot;
        this.ear = ear;
        this.hints = hints;
        this.path = path;
    }

    SpokenOutcome play(SpokenRow row) {
        AudioFrame turn = turn(row);
        double seconds = turn.duration().toNanos() / 1e9;
        try (RecognizerStream stream = ear.open(bot.bot().locale(), turn.format(), hints)) {
            // What is told before the end of the turn is of no interest.
            List<SpeechEvent> unused = stream.accept(turn);
            assert unused != null;
            long ended = System.nanoTime();
            Optional<Heard> heard = SpeechEvent.heard(stream.finish());
            double decoded = (System.nanoTime() - ended) / 1e9;
            return outcome(row, heard, seconds, decoded);
        } finally {
            turn.wipe();
        }
    }

    private SpokenOutcome outcome(SpokenRow row, Optional<Heard> heard, double seconds, double decoded) {
        Utterance said = heard.map(all -> all.best().utterance()).orElse(new Utterance(""));
        Optional<Interpretation> best = heard.flatMap(all -> bot.interpreter()
                .understand(all, new Expectation.Anything(), Moment.EXAMPLE)
                .best());
        Map<String, String> slots = new TreeMap<>();
        best.ifPresent(found -> found.slots()
                .forEach(slot -> slots.put(slot.slot().value(), slot.original().reveal())));
        return new SpokenOutcome(
                row, said.reveal(), best.map(found -> found.intent().value()), slots, seconds, decoded);
    }

    private AudioFrame turn(SpokenRow row) {
        WavFile wav = Recordings.read(row.recording());
        return path.isClear()
                ? new AudioFrame(wav.format(), 0, wav.audio())
                : path.carry(
                        Samples.decode(wav.format(), wav.audio()), wav.format().sampleRate());
    }
}

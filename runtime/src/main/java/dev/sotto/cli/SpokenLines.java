package dev.sotto.cli;

import dev.sotto.bot.testing.Speaking;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.lex.InputMode;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.nlu.Hypothesis;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.audio.TelephoneLine;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.script.ScriptRefusedException;
import dev.sotto.turn.Input;
import dev.sotto.voice.Elocution;
import dev.sotto.voice.Expectations;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a synthesiser speak the lines of tests, and the bot's ear hear them; noise and a telephone may come in between.
 * Confined to one thread.
 */
final class SpokenLines implements Speaking, AutoCloseable {

    private static final AudioFormat WIDE = Elocution.FORMAT;

    private final Elocution elocution = new Elocution();
    private final ModelOption model;
    private final Optional<NoiseMixer> noise;
    private final Optional<TelephoneLine> telephone;
    private final Map<Locale, ModelOption.Hearing> ears = new HashMap<>();

    SpokenLines(ModelOption model, Optional<NoiseMixer> noise, Optional<TelephoneLine> telephone) {
        this.model = model;
        this.noise = noise;
        this.telephone = telephone;
    }

    @Override
    public InputMode mode() {
        return InputMode.SPEECH;
    }

    @Override
    public Input.Silence silence() {
        return Input.Silence.NO_SPEECH;
    }

    @Override
    public Optional<Heard> heard(CompiledLocale bot, Expectation expectation, Utterance line) {
        ModelOption.Hearing hearing = ears.computeIfAbsent(
                bot.bot().locale(), any -> model.open(bot, Set.of(telephone.isPresent() ? Band.TELEPHONE : Band.WIDE)));
        AudioFrame turn = turn(spoken(line, bot.bot().locale()));
        try (RecognizerStream stream = hearing.recognizer()
                .open(bot.bot().locale(), turn.format(), Expectations.hints(bot.bot(), expectation))) {
            stream.accept(turn);
            return heard(stream.finish());
        } finally {
            turn.wipe();
        }
    }

    private static Optional<Heard> heard(List<SpeechEvent> events) {
        if (events.get(events.size() - 1) instanceof SpeechEvent.Final last
                && !last.guesses().isEmpty()) {
            return Optional.of(new Heard(last.guesses().stream()
                    .limit(Heard.MAX_HYPOTHESES)
                    .map(guess -> new Hypothesis(guess.text(), guess.confidence()))
                    .toList()));
        }
        return Optional.empty();
    }

    private AudioFrame turn(double[] clear) {
        double[] mixed = noise.map(mixer -> mixer.mix(clear, WIDE.sampleRate())).orElse(clear);
        return telephone
                .map(line -> new AudioFrame(TelephoneLine.FORMAT, 0, line.carry(mixed, WIDE.sampleRate())))
                .orElseGet(() -> new AudioFrame(WIDE, 0, Samples.encode(mixed)));
    }

    private double[] spoken(Utterance line, Locale locale) {
        try {
            return elocution.speak(new Saying(line.reveal()), locale);
        } catch (ScriptRefusedException e) {
            throw CommandException.wrongUse("a line cannot be spoken: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        ears.values().forEach(ModelOption.Hearing::close);
    }
}

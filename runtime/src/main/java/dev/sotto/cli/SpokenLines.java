package dev.sotto.cli;

import dev.sotto.bot.testing.Speaking;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.lex.InputMode;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.script.ScriptRefusedException;
import dev.sotto.turn.Input;
import dev.sotto.voice.Elocution;
import dev.sotto.voice.Expectations;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a synthesiser speak the lines of tests, and the bot's ear hear them; noise and a telephone may come in between.
 * Confined to one thread.
 */
final class SpokenLines implements Speaking, AutoCloseable {

    private static final int RATE = Elocution.FORMAT.sampleRate();

    private final Elocution elocution = new Elocution();
    private final ModelOption model;
    private final AudioPath path;
    private final Map<Locale, ModelOption.Hearing> ears = new HashMap<>();

    SpokenLines(ModelOption model, AudioPath path) {
        this.model = model;
        this.path = path;
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
        ModelOption.Hearing hearing =
                ears.computeIfAbsent(bot.bot().locale(), any -> model.open(bot, Set.of(path.band(RATE))));
        AudioFrame turn = path.carry(spoken(line, bot.bot().locale()), RATE);
        try (RecognizerStream stream = hearing.recognizer()
                .open(bot.bot().locale(), turn.format(), Expectations.hints(bot.bot(), expectation))) {
            stream.accept(turn);
            return SpeechEvent.heard(stream.finish());
        } finally {
            turn.wipe();
        }
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

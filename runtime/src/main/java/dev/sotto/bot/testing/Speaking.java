package dev.sotto.bot.testing;

import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.lex.InputMode;
import dev.sotto.nlu.Expectation;
import dev.sotto.nlu.Heard;
import dev.sotto.sensitive.Utterance;
import dev.sotto.turn.Input;
import java.util.Optional;

/** How what the person says in a test reaches the bot. Blocking; confined to the thread of the tests. */
public interface Speaking {

    /** It is typed, as it is written. */
    Speaking TYPED = new Speaking() {
        @Override
        public InputMode mode() {
            return InputMode.TEXT;
        }

        @Override
        public Input.Silence silence() {
            return Input.Silence.NO_TEXT;
        }

        @Override
        public Optional<Heard> heard(CompiledLocale bot, Expectation expectation, Utterance line) {
            return Optional.of(Heard.typed(line));
        }
    };

    /** Returns how it comes, in Lex's words. */
    InputMode mode();

    /** Returns what it is when the person says nothing. */
    Input.Silence silence();

    /**
     * Returns what the bot hears of a line.
     *
     * @param expectation what the bot has just asked for
     * @return nothing if it is nothing that can be said to the bot
     */
    Optional<Heard> heard(CompiledLocale bot, Expectation expectation, Utterance line);
}

package dev.sotto.bot.version;

import dev.sotto.bot.Bot;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.TrainingSet;

/**
 * A bot in one locale with the model that understands for it.
 *
 * @param interpreter usable while the version is held
 */
public record CompiledLocale(Bot bot, Interpreter interpreter) {

    /** Returns what the model was trained from. */
    public TrainingSet trainingSet() {
        return TrainingSets.of(bot);
    }
}

package dev.sotto.bot.version;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.bot.Slot;
import dev.sotto.nlu.TrainingSet;
import java.util.stream.Collectors;

/** Takes from a bot what its model is trained from. */
public final class TrainingSets {

    private TrainingSets() {}

    /** Returns all that a model of the bot is trained from. */
    public static TrainingSet of(Bot bot) {
        return new TrainingSet(
                bot.locale(), bot.intents().stream().map(TrainingSets::intent).toList(), bot.types(), bot.threshold());
    }

    private static TrainingSet.Intent intent(Intent intent) {
        return new TrainingSet.Intent(
                intent.name(),
                intent.says(),
                intent.slots().stream().collect(Collectors.toMap(Slot::name, Slot::type)),
                intent.slots().stream()
                        .filter(slot -> slot.arity() == Slot.Arity.SEVERAL)
                        .map(Slot::name)
                        .collect(Collectors.toSet()));
    }
}

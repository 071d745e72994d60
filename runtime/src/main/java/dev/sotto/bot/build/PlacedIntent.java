package dev.sotto.bot.build;

import dev.sotto.bot.Intent;
import dev.sotto.nlu.Example;
import dev.sotto.yaml.Position;
import java.util.List;

/**
 * An intent with the places of what stands in it, for checks between intents.
 *
 * @param says the sample utterances without a fault
 * @param written how many sample utterances there are, faulty ones included
 */
record PlacedIntent(Position position, Intent intent, List<Sample> says, int written) {

    /** A sample utterance and where it stands. */
    record Sample(Position position, Example example) {}
}

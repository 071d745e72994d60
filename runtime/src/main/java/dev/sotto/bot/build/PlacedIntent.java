package dev.sotto.bot.build;

import dev.sotto.bot.Intent;
import dev.sotto.nlu.Example;
import dev.sotto.yaml.Position;
import java.util.List;

/** An intent with the places of what stands in it, for checks between intents. */
record PlacedIntent(Position position, Intent intent, List<Sample> says) {

    /** A sample utterance and where it stands. */
    record Sample(Position position, Example example) {}
}

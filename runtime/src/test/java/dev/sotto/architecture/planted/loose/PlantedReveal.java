package dev.sotto.architecture.planted.loose;

import dev.sotto.sensitive.Utterance;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedReveal {

    String reveal(Utterance utterance) {
        return utterance.reveal();
    }
}

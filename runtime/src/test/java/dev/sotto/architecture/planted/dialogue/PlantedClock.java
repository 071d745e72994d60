package dev.sotto.architecture.planted.dialogue;

import java.time.Instant;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedClock {

    Instant now() {
        return Instant.now();
    }
}

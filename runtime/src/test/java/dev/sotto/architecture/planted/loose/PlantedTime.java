package dev.sotto.architecture.planted.loose;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedTime {

    long now() {
        return System.nanoTime();
    }
}

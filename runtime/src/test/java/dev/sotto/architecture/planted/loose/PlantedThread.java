package dev.sotto.architecture.planted.loose;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedThread {

    Thread thread() {
        return new Thread(() -> {});
    }
}

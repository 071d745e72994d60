package dev.sotto.architecture.planted.session;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedMonitor {

    private final Object monitor = new Object();
    private int count;

    int next() {
        synchronized (monitor) {
            return count++;
        }
    }
}

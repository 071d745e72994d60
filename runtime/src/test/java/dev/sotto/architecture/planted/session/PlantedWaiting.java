package dev.sotto.architecture.planted.session;

import java.util.concurrent.CompletableFuture;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedWaiting {

    String wait(CompletableFuture<String> future) {
        return future.join();
    }
}

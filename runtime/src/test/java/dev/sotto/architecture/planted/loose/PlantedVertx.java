package dev.sotto.architecture.planted.loose;

import io.vertx.core.Vertx;

/** Violates a rule, so that the rule can be seen to find it. */
record PlantedVertx(Vertx vertx) {}

package dev.sotto.architecture.planted.first;

import dev.sotto.architecture.planted.second.PlantedThere;

/** Violates a rule, so that the rule can be seen to find it. */
public record PlantedHere(PlantedThere there) {}

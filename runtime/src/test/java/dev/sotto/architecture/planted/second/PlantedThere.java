package dev.sotto.architecture.planted.second;

import dev.sotto.architecture.planted.first.PlantedHere;
import java.util.Optional;

/** Violates a rule, so that the rule can be seen to find it. */
public record PlantedThere(Optional<PlantedHere> here) {}

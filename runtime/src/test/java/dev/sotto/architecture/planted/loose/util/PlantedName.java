package dev.sotto.architecture.planted.loose.util;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedName {}

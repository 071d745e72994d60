package dev.sotto.architecture.planted.loose;

import java.util.logging.Logger;

/** Violates a rule, so that the rule can be seen to find it. */
record PlantedLog(Logger logger) {}

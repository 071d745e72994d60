package dev.sotto.architecture.planted.loose;

import java.sql.Connection;

/** Violates a rule, so that the rule can be seen to find it. */
record PlantedDatabase(Connection connection) {}

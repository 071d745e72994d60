package dev.sotto.architecture.planted.loose;

import dev.sotto.sensitive.Utterance;
import java.io.Serializable;
import java.util.List;

/** Violates a rule, so that the rule can be seen to find it. */
record PlantedSerial(List<Utterance> utterances) implements Serializable {}

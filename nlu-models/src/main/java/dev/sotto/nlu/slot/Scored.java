package dev.sotto.nlu.slot;

import dev.sotto.nlu.SlotName;

/** A candidate as the value of a slot, and how much speaks for it. */
record Scored(SlotName slot, Candidate candidate, double score) {}

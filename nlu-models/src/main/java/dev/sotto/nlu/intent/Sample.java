package dev.sotto.nlu.intent;

/**
 * A text that a model learns from.
 *
 * @param text the words
 * @param label the number of its intent
 * @param group samples made from one and the same example share a group, so that none is tested on its twin
 */
public record Sample(String text, int label, int group) {}

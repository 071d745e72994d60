package dev.sotto.nlu.evaluation;

/**
 * What an engine made of one test text.
 *
 * @param confidence of the likeliest intent, 0 to 1
 * @param right whether that intent is the labelled one; false for a text out of scope
 */
record Judgement(double confidence, boolean right) {}

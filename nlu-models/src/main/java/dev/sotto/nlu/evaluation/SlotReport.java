package dev.sotto.nlu.evaluation;

/**
 * The figures of one evaluation of slots. Shares from 0 to 1; a slot counts as right if its name and its first and last
 * character are.
 *
 * @param n texts tested
 * @param precision share of the slots found that are right
 * @param recall share of the labelled slots that are found
 * @param f1 harmonic mean of the two
 * @param intentAccuracy share of the texts whose likeliest intent is right
 * @param sentenceAccuracy share of the texts whose intent and slots are all right
 */
public record SlotReport(
        int n, double precision, double recall, double f1, double intentAccuracy, double sentenceAccuracy) {}

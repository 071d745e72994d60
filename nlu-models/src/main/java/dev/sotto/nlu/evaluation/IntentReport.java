package dev.sotto.nlu.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of one evaluation of intents. Shares from 0 to 1.
 *
 * @param n in-scope texts tested
 * @param accuracy share whose likeliest intent is right, nothing rejected
 * @param macroF1 mean over the intents
 * @param ece expected calibration error, 15 bins
 * @param outOfScope figures on texts that belong to no intent, if there were any
 * @param trainCpuSeconds CPU time of the training
 * @param cpu CPU time of one understanding
 * @param encoderP50 median CPU time of the encoder's part of it in microseconds, if there is an encoder
 */
public record IntentReport(
        int n,
        double accuracy,
        double macroF1,
        double ece,
        Optional<OutOfScope> outOfScope,
        double trainCpuSeconds,
        CpuTimes cpu,
        OptionalDouble encoderP50) {

    /**
     * How texts out of scope are told.
     *
     * @param auroc chance that an in-scope text has the higher confidence
     * @param recallAtInScope954 share rejected where in-scope accuracy is still 95.4 %, if it ever is
     * @param careful an operating point that rejects readily
     * @param quiet one that rejects rarely
     */
    public record OutOfScope(
            double auroc, OptionalDouble recallAtInScope954, OperatingPoint careful, OperatingPoint quiet) {}

    /**
     * What a threshold gives, picked on one half of the texts and read on the other.
     *
     * @param threshold the confidence below which a text is rejected
     * @param inScope accuracy on in-scope texts, rejected ones counted as wrong
     * @param recall share of the texts out of scope that are rejected
     */
    public record OperatingPoint(double threshold, double inScope, double recall) {}
}

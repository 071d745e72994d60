package dev.sotto.speech.command;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import dev.sotto.speech.audio.Samples;

/** Measures how loud somebody speaks, the pauses left out. Confined to one thread. */
final class Level implements FrameSink {

    /** What is no louder, as a mean over a frame, is a pause. */
    private static final double PAUSE = 200;

    /** 20 dB below full scale. */
    private static final double WANTED = 3_277;

    /** Programs may speak a little louder or softer each time; what was rendered with one gain serves with the same only. */
    private static final double STEP_DB = 2;

    private static final double LEAST_DB = -26;
    private static final double MOST_DB = 26;

    private double power;
    private long count;

    @Override
    public Next accept(AudioFrame frame) {
        double[] samples = Samples.decode(frame.format(), frame.audio());
        double sum = 0;
        for (double sample : samples) {
            sum += sample * sample;
        }
        if (sum > PAUSE * PAUSE * samples.length) {
            power += sum;
            count += samples.length;
        }
        return Next.MORE;
    }

    /**
     * Returns what brings it to the level that all voices have, in steps.
     *
     * @throws SynthesisFailedException if nothing was to be heard
     */
    double gain() {
        if (count == 0) {
            throw new SynthesisFailedException(Reason.FAILED, "the speech command wrote nothing but silence");
        }
        double decibels = 20 * Math.log10(WANTED / Math.sqrt(power / count));
        double step = Math.max(LEAST_DB, Math.min(MOST_DB, STEP_DB * Math.round(decibels / STEP_DB)));
        return Math.pow(10, step / 20);
    }
}

package dev.sotto.speech.flite;

import dev.sotto.speech.Voice;
import dev.sotto.speech.delivery.Delivery.Source;
import java.util.Locale;

/** The voices of flite, with what was measured of them over three sentences. */
enum FliteVoice {
    /** A man from the United States. The clearest on the telephone. */
    RMS("rms", 1, 1.04, 1.74, 100),
    /** A woman from the United States. */
    SLT("slt", 1, 0.52, 0.85, 200),
    /** A man from Scotland. */
    AWB("awb", 1, 0.88, 1.07, 220),
    /** A man from the United States, made of recorded sounds: quick to make and robotic. */
    KAL16("kal16", 1.1, 2.43, 1.95, 60);

    private static final int TELEPHONE = 8_000;

    private final String name;
    private final double stretch;
    private final double wideGain;
    private final double narrowGain;
    private final double silence;

    /**
     * @param stretch how much longer than its recordings it speaks by itself
     * @param wideGain to -20 dBFS while it speaks
     * @param narrowGain to -23 dBFS while it speaks, of which only 300 to 3400 Hz count: what a telephone lets through
     * @param silence its noise while it does not speak
     */
    FliteVoice(String name, double stretch, double wideGain, double narrowGain, double silence) {
        this.name = name;
        this.stretch = stretch;
        this.wideGain = wideGain;
        this.narrowGain = narrowGain;
        this.silence = silence;
    }

    Voice voice() {
        return new Voice(name, Locale.US);
    }

    /** Returns the name of the function that makes it ready. */
    String registration() {
        return "register_cmu_us_" + name;
    }

    /** Returns how much longer than its recordings it speaks at its own pace. */
    double stretch() {
        return stretch;
    }

    Source source(int rate) {
        return new Source(rate <= TELEPHONE ? narrowGain : wideGain, silence);
    }
}

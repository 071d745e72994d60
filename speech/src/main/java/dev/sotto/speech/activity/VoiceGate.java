package dev.sotto.speech.activity;

/**
 * Turns probabilities into a voice that starts and stops: it takes two frames out of three to start one, and some to end
 * it, for nobody's voice is in every frame of what they say. Confined to one thread at a time.
 */
public final class VoiceGate {

    /** A frame above this has a voice. */
    static final double SURE = 0.5;

    /** A frame below this has none; between the two it depends on what was before. */
    static final double DOUBTFUL = 0.35;

    private static final int TO_START = 2;
    private static final int TO_STOP = 3;
    private static final int WINDOW = 3;

    private boolean voice;
    private int recent;
    private int quiet;
    private long first;
    private long last;

    /** What has changed. */
    public enum Change {
        NONE,
        /** A voice began at {@link #since}. */
        STARTED,
        /** It ended at {@link #since}. */
        STOPPED
    }

    /**
     * Takes a frame.
     *
     * @param probability that there is a voice in it
     * @param start when it begins, in milliseconds
     */
    public Change accept(double probability, long start) {
        boolean sure = probability >= SURE;
        recent = ((recent << 1) | (sure ? 1 : 0)) & ((1 << WINDOW) - 1);
        if (sure) {
            if (!voice && Integer.bitCount(recent) == 1) {
                first = start;
            }
            last = start + DetectorStream.FRAME;
        }
        return voice ? during(probability, start) : before();
    }

    /** Returns whether a voice is heard. */
    public boolean isVoice() {
        return voice;
    }

    /** Returns when what was told last happened. */
    public long since() {
        return voice ? first : last;
    }

    private Change before() {
        if (Integer.bitCount(recent) < TO_START) {
            return Change.NONE;
        }
        voice = true;
        quiet = 0;
        return Change.STARTED;
    }

    private Change during(double probability, long start) {
        if (probability >= DOUBTFUL) {
            quiet = 0;
            last = start + DetectorStream.FRAME;
            return Change.NONE;
        }
        if (++quiet < TO_STOP) {
            return Change.NONE;
        }
        voice = false;
        recent = 0;
        return Change.STOPPED;
    }
}

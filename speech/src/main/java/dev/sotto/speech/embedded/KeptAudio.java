package dev.sotto.speech.embedded;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.audio.HeldSamples;
import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.frontend.Quiet;
import java.time.Duration;
import java.util.Arrays;

/**
 * The audio of a stream's turn, as far as it is still needed. It is looked at only at places of the stream that do not depend
 * on how it is cut into frames, so that what is heard does not either; what is needed no more is wiped. Confined to one thread
 * at a time.
 */
public final class KeptAudio {

    /** How much silence before the first word is kept. */
    private static final int KEPT_SECONDS = 1;

    private final AudioFormat format;
    private final Duration longest;
    private final int most;
    private final int look;
    private final HeldSamples kept;
    private int total;
    private long start = -1;
    private boolean closed;

    /**
     * @param longest turn, without silence that was forgotten
     * @param looksASecond how often it is looked at
     */
    public KeptAudio(AudioFormat format, Duration longest, int looksASecond) {
        this.format = format;
        this.longest = longest;
        this.most = Math.toIntExact(format.samples(longest));
        this.kept = new HeldSamples(format.sampleRate(), most);
        this.look = format.sampleRate() / looksASecond;
    }

    /**
     * Keeps the next stretch.
     *
     * @param frame still the caller's afterwards
     * @param looking run at each place at which it is looked at
     * @throws RecognizerFailedException if the turn has become too long
     */
    public void accept(AudioFrame frame, Runnable looking) {
        checkOpen();
        if (!frame.format().equals(format)) {
            throw new IllegalArgumentException("a frame in another format than the stream's");
        }
        double[] decoded = Samples.decode(format, frame.audio());
        try {
            int done = 0;
            while (done < decoded.length) {
                long at = frame.start() + done;
                int more = (int) Math.min(decoded.length - done, look - at % look);
                add(at, decoded, done, more);
                done += more;
                if ((at + more) % look == 0) {
                    looking.run();
                }
            }
        } finally {
            Arrays.fill(decoded, 0);
        }
    }

    private void add(long at, double[] decoded, int from, int more) {
        if (more > most - total) {
            throw new RecognizerFailedException(
                    RecognizerFailedException.Reason.TURN_TOO_LONG,
                    "a turn of more than " + longest.toSeconds() + " s");
        }
        if (start < 0) {
            start = at;
        }
        kept.append(decoded, from, more);
        total += more;
    }

    /** Returns how many samples are kept. */
    int count() {
        return kept.count();
    }

    /** Returns what is kept, in units of 16-bit audio, and behind it anything; still its own. */
    double[] samples() {
        return kept.array();
    }

    /** Returns whether nothing is kept. */
    public boolean isEmpty() {
        return kept.count() == 0;
    }

    /** Returns whether nobody may have spoken in what is kept. */
    public boolean isQuiet() {
        return Quiet.isQuiet(kept.array(), kept.count(), format.sampleRate());
    }

    /** Returns whether there is so much of it that silence would be worth forgetting. */
    public boolean isLong() {
        return kept.count() >= 2 * KEPT_SECONDS * format.sampleRate();
    }

    /**
     * Forgets silence but for its last second, which tells what noise there is. What is decided by what is kept alone is
     * decided the same by a stream that is begun anew from there.
     */
    public void forgetSilence() {
        int gone = kept.count() - KEPT_SECONDS * format.sampleRate();
        kept.drop(gone);
        start += gone;
        total -= gone;
    }

    /** Returns a copy of what is kept, in units of 16-bit audio. */
    double[] copy() {
        return kept.copy(0, kept.count());
    }

    /** Returns what is kept, and keeps it no longer; it still counts as part of the turn. */
    public double[] take() {
        double[] taken = copy();
        kept.drop(kept.count());
        return taken;
    }

    /** Returns the number of the turn's first sample that was not forgotten, or -1 if there is none. */
    public long start() {
        return start;
    }

    /** Forgets the turn. */
    public void forget() {
        kept.wipe();
        total = 0;
        start = -1;
    }

    /** Forgets the turn for good: nothing more is accepted. */
    public void close() {
        forget();
        closed = true;
    }

    /** @throws IllegalStateException if it was closed */
    public void checkOpen() {
        if (closed) {
            throw new IllegalStateException("a call to a closed stream");
        }
    }
}

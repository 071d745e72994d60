package dev.sotto.speech.frontend;

import dev.sotto.speech.audio.Samples;
import dev.sotto.speech.spectrum.Cepstrum;
import dev.sotto.speech.spectrum.LogMel;
import dev.sotto.speech.spectrum.NormalNumbers;
import java.util.Arrays;

/**
 * Prepares a turn while it is spoken: speech alone, evened by the mean of the speech so far. Silence is left out. Confined to
 * one thread at a time.
 */
public final class RunningFrontEnd {

    private static final double DITHER = 8;
    private static final long SEED = 7;

    /** Two seconds of audio, and three of energies, are remembered. */
    private static final int HELD = 32_000;

    private static final int REMEMBERED = 300;

    /** Until there is so much speech its mean says nothing. */
    private static final int ENOUGH = 15;

    private static final int PAUSE = 25;
    private static final int BEFORE = 4_800;
    private static final double LEAST_RANGE = 2;

    private final Band band;
    private final Cepstrum cepstrum;
    private final double[] wanted;
    private final NormalNumbers normal = new NormalNumbers(SEED);
    private final LogMel logMel = new LogMel();
    private final double[] held = new double[HELD];
    private int count;
    private long first;
    private long frames;
    private long handedOut;
    private final double[] energies = new double[REMEMBERED];
    private final double[] sum = new double[Cepstrum.SIZE];
    private int speech;
    private long lastSpeech = -1;

    /**
     * @param wanted the cepstra that the mean of much speech shall have
     */
    public RunningFrontEnd(Band band, double[] wanted) {
        this.band = band;
        this.cepstrum = band.cepstrum();
        this.wanted = wanted.clone();
    }

    /**
     * Returns what is to be decoded now: 16-bit audio of 16 kHz, none while nobody speaks.
     *
     * @param audio the next stretch, of 16 kHz and at most a second
     */
    public short[] accept(double[] audio) {
        append(audio);
        listen();
        return handOut();
    }

    /** Returns what is still to be decoded when the turn is over; nothing more may be accepted then. */
    public short[] finish() {
        append(new double[Equaliser.REACH]);
        return handOut();
    }

    private short[] handOut() {
        long ready = first + count - Equaliser.REACH;
        if (speech < ENOUGH || frames - lastSpeech > PAUSE) {
            handedOut = Math.max(handedOut, ready - BEFORE);
            return new short[0];
        }
        long from = Math.max(handedOut, first == 0 ? 0 : first + Equaliser.REACH);
        handedOut = Math.max(from, ready);
        return even(from, handedOut);
    }

    /** Forgets what it heard; of no use afterwards. */
    public void wipe() {
        Arrays.fill(held, 0);
        Arrays.fill(sum, 0);
        Arrays.fill(energies, 0);
    }

    private void append(double[] audio) {
        int over = Math.max(0, count + audio.length - HELD);
        System.arraycopy(held, over, held, 0, count - over);
        count -= over;
        first += over;
        for (double sample : audio) {
            held[count++] = sample + DITHER * normal.next();
        }
    }

    private void listen() {
        int start = (int) (frames * LogMel.SHIFT - first);
        double[] stretch = Arrays.copyOfRange(held, Math.max(0, start), count);
        double[][] bands = LogMel.of(logMel.powers(stretch));
        Arrays.fill(stretch, 0);
        long before = frames;
        for (double[] frame : bands) {
            energies[(int) (frames++ % REMEMBERED)] = energy(frame);
        }
        double limit = limit();
        for (int i = 0; i < bands.length; i++) {
            if (energies[(int) ((before + i) % REMEMBERED)] > limit) {
                double[] cepstra = cepstrum.of(bands[i]);
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += cepstra[k];
                }
                speech++;
                lastSpeech = before + i;
            }
            Arrays.fill(bands[i], 0);
        }
    }

    private double energy(double[] frame) {
        double energy = 0;
        for (int band = 0; band < cepstrum.bands(); band++) {
            energy += frame[cepstrum.first() + band] / cepstrum.bands();
        }
        return energy;
    }

    /** Above which energy a frame is speech; infinity while all is alike. */
    private double limit() {
        double[] sorted = Arrays.copyOf(energies, (int) Math.min(frames, REMEMBERED));
        if (sorted.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        Arrays.sort(sorted);
        double low = sorted[sorted.length / 10];
        double high = sorted[(int) (sorted.length * 0.97)];
        return high - low < LEAST_RANGE ? Double.POSITIVE_INFINITY : low + SpeechMask.GENEROUS * (high - low);
    }

    private short[] even(long from, long to) {
        double[] mean = new double[Cepstrum.SIZE];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = sum[k] / speech;
        }
        double[] change = Equaliser.change(mean, band.aim(mean, speech, wanted), cepstrum);
        int begin = (int) Math.max(0, from - first - Equaliser.REACH);
        double[] stretch = Arrays.copyOfRange(held, begin, (int) (to - first + Equaliser.REACH));
        double[] even = Equaliser.once(stretch, cepstrum.back(change), cepstrum);
        short[] samples = Samples.nearest(even, (int) (from - first - begin), (int) (to - first - begin));
        Arrays.fill(stretch, 0);
        Arrays.fill(even, 0);
        return samples;
    }
}

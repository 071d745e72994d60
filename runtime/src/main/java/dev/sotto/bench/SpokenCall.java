package dev.sotto.bench;

import dev.sotto.speech.audio.Samples;
import dev.sotto.voice.Elocution;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What a caller's microphone gives: sentences with pauses between them, over a trace of noise. Immutable. */
final class SpokenCall {

    static final Duration CHUNK = Duration.ofMillis(200);

    private static final int CHUNK_BYTES = Elocution.FORMAT.bytes(CHUNK);
    private static final int FRAMES = (int) CHUNK.dividedBy(Recorded.FRAME);
    private static final double NOISE = 4;
    private static final long SEED = 11;

    private final byte[] audio;
    private final boolean[] voiced;

    private SpokenCall(byte[] audio, boolean[] voiced) {
        this.audio = audio;
        this.voiced = voiced;
    }

    /**
     * Puts one together.
     *
     * @param pauses how long the pause behind each sentence is, beside the voice in it
     * @param least how many frames it is at least, so that every sentence is a turn
     */
    static SpokenCall of(List<Recorded> sentences, double pauses, int least) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Recorded sentence : sentences) {
            for (int frame = 0; frame < sentence.frames(); frame++) {
                bytes.writeBytes(sentence.frame(frame));
            }
            int voice = sentence.last() - sentence.first() + 1;
            int rest = sentence.frames() - voice;
            int pause = Math.max(least, (int) Math.round(pauses * voice) - rest);
            bytes.writeBytes(new byte[pause * Elocution.FORMAT.bytes(Recorded.FRAME)]);
        }
        byte[] clear = bytes.toByteArray();
        boolean[] voiced = voiced(new Recorded("call", Elocution.FORMAT, clear));
        return new SpokenCall(noisy(clear), voiced);
    }

    private static boolean[] voiced(Recorded all) {
        boolean[] chunks = new boolean[all.frames() / FRAMES];
        for (int frame = 0; frame < chunks.length * FRAMES; frame++) {
            chunks[frame / FRAMES] |= all.isVoiced(frame);
        }
        return chunks;
    }

    private static byte[] noisy(byte[] clear) {
        Random random = new Random(SEED);
        double[] samples = Samples.decode(Elocution.FORMAT, clear);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += NOISE * random.nextGaussian();
        }
        return Samples.encode(samples);
    }

    /** Returns how many pieces of {@link #CHUNK} it has. */
    int chunks() {
        return voiced.length;
    }

    /** Returns a copy of a piece; after the last comes the first again. */
    private byte[] chunk(long number) {
        byte[] chunk = new byte[CHUNK_BYTES];
        System.arraycopy(audio, (int) (number % chunks()) * CHUNK_BYTES, chunk, 0, CHUNK_BYTES);
        return chunk;
    }

    /** Returns whether there is a voice in a piece. */
    boolean isVoiced(long number) {
        return voiced[(int) (number % chunks())];
    }

    /** Lets somebody hear a piece. */
    void play(long number, Hearing hearing) {
        hearing.hear(chunk(number));
        if (isVoiced(number) && !isVoiced(number + 1)) {
            hearing.sentenceOver();
        }
    }

    double seconds() {
        return chunks() * CHUNK.toMillis() / 1000.0;
    }

    /** Returns what share of the pieces has a voice. */
    double share() {
        int count = 0;
        for (boolean voice : voiced) {
            count += voice ? 1 : 0;
        }
        return (double) count / chunks();
    }
}

package dev.sotto.speech.worker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.embedded.TurnListener;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * The audio of the turn under way, to be played to another worker should this one be lost. At most
 * {@link TurnListener#LONGEST}; wiped wherever it is given up. Confined to one thread at a time.
 */
final class ReplayBuffer {

    private final AudioFormat format;
    private final int most;
    private byte[] audio = new byte[0];
    private int count;
    private long start = -1;

    ReplayBuffer(AudioFormat format) {
        this.format = format;
        this.most = format.bytes(TurnListener.LONGEST);
    }

    boolean hasRoomFor(AudioFrame frame) {
        return frame.audio().length <= most - count;
    }

    /** @throws RecognizerFailedException if the turn has become too long; nothing of the frame is kept */
    void add(AudioFrame frame) {
        byte[] more = frame.audio();
        if (!hasRoomFor(frame)) {
            throw new RecognizerFailedException(
                    RecognizerFailedException.Reason.TURN_TOO_LONG,
                    "a turn of more than " + TurnListener.LONGEST.toSeconds() + " s");
        }
        if (count == 0) {
            start = frame.start();
        }
        if (count + more.length > audio.length) {
            int room = Math.max(2 * (count + more.length), format.sampleRate() * format.bytesPerSample());
            replace(Arrays.copyOf(audio, Math.min(most, room)));
        }
        System.arraycopy(more, 0, audio, count, more.length);
        count += more.length;
    }

    /** Gives up what lies before a sample. */
    void dropBefore(long sample) {
        long bytes = (sample - start) * format.bytesPerSample();
        if (start < 0 || bytes <= 0 || bytes > count) {
            return;
        }
        int gone = (int) bytes;
        System.arraycopy(audio, gone, audio, 0, count - gone);
        Arrays.fill(audio, count - gone, count, (byte) 0);
        count -= gone;
        start = sample;
    }

    /** Hands over all of it in pieces of a size, each with the number of its first sample; they are copies. */
    void replay(int most, BiConsumer<Long, byte[]> piece) {
        int size = most - most % format.bytesPerSample();
        for (int at = 0; at < count; at += size) {
            piece.accept(
                    start + at / format.bytesPerSample(), Arrays.copyOfRange(audio, at, Math.min(count, at + size)));
        }
    }

    void wipe() {
        Arrays.fill(audio, (byte) 0);
        count = 0;
        start = -1;
    }

    private void replace(byte[] larger) {
        Arrays.fill(audio, (byte) 0);
        audio = larger;
    }
}

package dev.sotto.speech.speaker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import java.util.Arrays;

/** Rendered audio as the frames that a sink expects. Pure functions. */
final class Frames {

    private Frames() {}

    /** Sends copies, for a sink wipes what it gets. */
    static void send(byte[] audio, AudioFormat format, FrameSink sink) {
        int size = format.bytes(AudioFrame.SPOKEN);
        int samples = format.samples(size);
        for (int at = 0; at < audio.length; at += size) {
            AudioFrame frame =
                    new AudioFrame(format, (long) at / size * samples, Arrays.copyOfRange(audio, at, at + size));
            if (sink.accept(frame) == FrameSink.Next.STOP) {
                return;
            }
        }
    }
}

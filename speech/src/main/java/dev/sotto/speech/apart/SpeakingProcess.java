package dev.sotto.speech.apart;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import dev.sotto.speech.Voice;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One process that speaks. Confined to one thread at a time. */
final class SpeakingProcess implements AutoCloseable {

    private final Process process;
    private final DataInputStream in;
    private final OutputStream out;

    private SpeakingProcess(Process process) {
        this.process = process;
        this.in = new DataInputStream(process.getInputStream());
        this.out = process.getOutputStream();
    }

    /** Starts one, and waits until it can speak. */
    static SpeakingProcess start(List<String> command) {
        try {
            SpeakingProcess started = new SpeakingProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            if (started.in.readInt() != ApartMain.READY) {
                started.close();
                throw failed();
            }
            return started;
        } catch (IOException e) {
            throw failed();
        }
    }

    /**
     * Speaks a phrase.
     *
     * @throws SynthesisFailedException if it was not spoken to its end; the process is of no use any more if it is not alive
     */
    void speak(Phrase phrase, Voice voice, AudioFormat format, FrameSink sink) {
        try {
            ask(phrase, voice, format);
            answer(format, sink);
        } catch (IOException e) {
            close();
            throw failed();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void ask(Phrase phrase, Voice voice, AudioFormat format) throws IOException {
        byte[] letters = phrase.words().reveal().getBytes(StandardCharsets.US_ASCII);
        Wiped whole = new Wiped();
        try (DataOutputStream question = new DataOutputStream(whole)) {
            question.writeUTF(voice.name());
            question.writeInt(format.sampleRate());
            question.writeDouble(phrase.pace());
            question.writeInt((int) phrase.rest().toMillis());
            question.writeInt(letters.length);
            question.write(letters);
            whole.writeTo(out);
            out.flush();
        } finally {
            Arrays.fill(letters, (byte) 0);
            whole.wipe();
        }
    }

    private void answer(AudioFormat format, FrameSink sink) throws IOException {
        boolean wanted = true;
        long at = 0;
        int length = in.readInt();
        for (; length > 0; length = in.readInt()) {
            if (length != format.bytes(AudioFrame.SPOKEN)) {
                throw new IOException("no frame");
            }
            byte[] audio = new byte[length];
            in.readFully(audio);
            AudioFrame frame = new AudioFrame(format, at, audio);
            at = frame.end();
            if (!wanted) {
                frame.wipe();
            } else if (sink.accept(frame) == FrameSink.Next.STOP) {
                wanted = false;
                enough();
            }
        }
        if (wanted) {
            enough();
        }
        if (length == ApartMain.FAILED) {
            throw failed();
        }
    }

    private void enough() throws IOException {
        out.write(1);
        out.flush();
    }

    private static SynthesisFailedException failed() {
        return new SynthesisFailedException(Reason.FAILED, "the process that speaks has failed");
    }

    /** Bytes that can be overwritten. */
    private static final class Wiped extends ByteArrayOutputStream {

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}

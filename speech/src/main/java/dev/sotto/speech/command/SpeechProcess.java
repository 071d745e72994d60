package dev.sotto.speech.command;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import dev.sotto.speech.Voice;
import dev.sotto.speech.audio.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One run of the program, which ends with it. Confined to one thread. */
final class SpeechProcess implements AutoCloseable {

    /** More is no phrase any more. */
    private static final Duration LONGEST_AUDIO = Duration.ofSeconds(90);

    /** What a killed program takes to be gone is far below; one stuck in the kernel holds nobody up. */
    private static final Duration LONGEST_DEATH = Duration.ofSeconds(2);

    private final SpeechCommand command;
    private final Process process;
    private final CompletableFuture<Process> end;
    private long samplesRead;

    /** Set before the program is killed: its output ends at once, and whoever reads it asks why. */
    private volatile boolean late;

    private SpeechProcess(SpeechCommand command, Process process) {
        this.command = command;
        this.process = process;
        this.end = process.onExit()
                .orTimeout(command.longest().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, fault) -> {
                    if (fault instanceof TimeoutException) {
                        late = true;
                        kill(process);
                    }
                });
    }

    static SpeechProcess start(SpeechCommand command, Voice voice, double stretch) {
        ProcessBuilder builder = new ProcessBuilder(command.arguments(voice, stretch));
        builder.redirectError(Redirect.DISCARD);
        // Keys and the like of this program's own.
        builder.environment().keySet().removeIf(name -> name.startsWith("SOTTO"));
        try {
            return new SpeechProcess(command, builder.start());
        } catch (IOException e) {
            // Its message tells where the program is.
            throw new SynthesisFailedException(Reason.MISSING, "the speech command could not be started");
        }
    }

    /** Gives it the words, which fit into the pipe whether it reads them or not. */
    void write(Saying words) throws IOException {
        byte[] bytes = (words.reveal() + "\n").getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = process.getOutputStream()) {
            out.write(bytes);
        } catch (IOException e) {
            // It ended without reading; what it wrote and how it ended tells whether that is a failure.
            if (process.isAlive()) {
                throw e;
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Returns samples a second, from the head of its WAV file if it writes one. */
    int rate() throws IOException {
        if (command.rate() != 0) {
            return command.rate();
        }
        try {
            return WavStream.rate(process.getInputStream());
        } catch (SynthesisFailedException e) {
            checkTime();
            throw e;
        }
    }

    /** Returns the next samples, none at the end. */
    double[] read(int rate) throws IOException {
        checkInterruption();
        AudioFormat format = AudioFormat.linear(rate);
        InputStream in = process.getInputStream();
        byte[] bytes = in.readNBytes(format.bytes(AudioFrame.SPOKEN));
        byte[] whole = Arrays.copyOf(bytes, bytes.length & ~1);
        double[] samples = Samples.decode(format, whole);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(whole, (byte) 0);
        samplesRead += samples.length;
        if (samplesRead > format.samples(LONGEST_AUDIO)) {
            throw new SynthesisFailedException(
                    Reason.FAILED, "the speech command wrote more than " + LONGEST_AUDIO.toSeconds() + " s of audio");
        }
        return samples;
    }

    /**
     * Makes sure, after its last sample, that it ended well.
     *
     * @throws SynthesisFailedException if not
     */
    void checkEnd() {
        try {
            if (!process.waitFor(command.longest().toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooLong();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            checkInterruption();
        }
        checkTime();
        if (process.exitValue() != 0) {
            throw new SynthesisFailedException(
                    Reason.FAILED, "the speech command ended with status " + process.exitValue());
        }
    }

    /** Ends it, if it has not, and waits until it is gone: no more of them run at once than may. */
    @Override
    public void close() {
        end.cancel(false);
        CompletableFuture<?>[] ends =
                kill(process).stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, LONGEST_DEATH.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void checkTime() {
        if (late) {
            throw tooLong();
        }
    }

    private SynthesisFailedException tooLong() {
        return new SynthesisFailedException(
                Reason.TIME_OUT,
                "the speech command took longer than " + command.longest().toMillis() + " ms");
    }

    private static void checkInterruption() {
        if (Thread.currentThread().isInterrupted()) {
            throw new SynthesisFailedException(Reason.INTERRUPTED, "interrupted while the speech command ran");
        }
    }

    /** Kills it and what it started, and returns them. */
    private static List<ProcessHandle> kill(Process process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        return all;
    }
}

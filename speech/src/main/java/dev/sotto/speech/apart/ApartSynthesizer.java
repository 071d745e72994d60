package dev.sotto.speech.apart;

import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.flite.FliteSynthesizer;
import dev.sotto.voices.FlitePatch;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import run.endive.runtime.Instance;
import run.endive.wasm.Parser;

/**
 * Flite in processes of its own. A process that fails is replaced by another one with the next phrase. Blocking; safe for
 * many threads.
 */
public final class ApartSynthesizer implements Synthesizer, AutoCloseable {

    private static final Path NICE = Path.of("/usr/bin/nice");

    /** Knows the voices; speaks nothing. */
    private final FliteSynthesizer described = new FliteSynthesizer(1);

    private final List<String> command;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<SpeakingProcess> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * Starts the first process in the calling thread; the others when they are needed.
     *
     * @param processes how many phrases are spoken at once, at least one
     * @param voices the names of those that will be asked for, which the processes get ready for
     * @throws SynthesisFailedException if it does not start
     */
    public static ApartSynthesizer start(int processes, List<String> voices) {
        ApartSynthesizer synthesizer = new ApartSynthesizer(processes, command(voices));
        synthesizer.idle.add(SpeakingProcess.start(synthesizer.command));
        return synthesizer;
    }

    private ApartSynthesizer(int processes, List<String> command) {
        this.command = command;
        this.free = new Semaphore(processes, true);
    }

    @Override
    public Capabilities capabilities() {
        return described.capabilities();
    }

    @Override
    public List<Voice> voices() {
        return described.voices();
    }

    @Override
    public String edition() {
        return described.edition();
    }

    @Override
    public void speak(Phrase phrase, Voice voice, AudioFormat format, FrameSink sink) {
        phrase.checkLength();
        if (!voices().contains(voice) || !capabilities().formats().contains(format)) {
            throw new IllegalArgumentException("no such voice, or none in " + format);
        }
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SynthesisFailedException(Reason.INTERRUPTED, "interrupted before anything was spoken");
        }
        try {
            SpeakingProcess process = take();
            process.speak(phrase, voice, format, sink);
            giveBack(process);
        } finally {
            free.release();
        }
    }

    /** Ends all processes. */
    @Override
    public void close() {
        closed = true;
        for (SpeakingProcess process = idle.poll(); process != null; process = idle.poll()) {
            process.close();
        }
    }

    private SpeakingProcess take() {
        for (SpeakingProcess ready = idle.poll(); ready != null; ready = idle.poll()) {
            if (ready.isAlive()) {
                return ready;
            }
        }
        return SpeakingProcess.start(command);
    }

    private void giveBack(SpeakingProcess process) {
        if (closed) {
            process.close();
        } else {
            // The one that was used last is the warmest.
            idle.push(process);
        }
    }

    private static List<String> command(List<String> voices) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            // What it has to say is ready long before it is heard; who listens and answers comes first.
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx192m",
                // A method that each sample goes through is larger than the compiler takes by itself.
                "-XX:-DontCompileHugeMethods",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=/dev/null",
                "-Xshare:auto",
                "-Xlog:disable",
                "-cp",
                String.join(System.getProperty("path.separator"), classPath()),
                ApartMain.class.getName()));
        command.addAll(voices);
        return command;
    }

    private static List<String> classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> needed :
                List.of(ApartMain.class, Utterance.class, FlitePatch.class, Instance.class, Parser.class)) {
            try {
                places.add(Path.of(needed.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("a class from a place that is no file", e);
            }
        }
        return List.copyOf(places);
    }
}

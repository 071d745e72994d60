package dev.sotto.speech.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.testing.TestEars;
import dev.sotto.speech.testing.Voices;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a worker ends, its streams hear the same. */
class RecognizerWorkersTest {

    private static final String TEA = "i would like a green tea";
    private static final String HOURS = "when does the shop open";
    private static final byte[] TEA_AUDIO = Voices.say(TEA);
    private static final byte[] HOURS_AUDIO = Voices.say(HOURS);

    /** How often each kind of loss is tried; {@code -Dsotto.moments=100} for the long run. */
    private static final int MOMENTS = Integer.getInteger("sotto.moments", 2);

    /** Turns before those that are measured, for compilers and caches. */
    private static final int WARM = Math.min(5, MOMENTS);

    /** Samples from the beginning of a turn to that of the next. */
    private static final long APART = 200_000;

    @TempDir
    private Path temporary;

    private static RecognizerStream open(RecognizerWorkers workers) {
        return workers.recognizer(TestEars.tea()).open(Locale.UK, Voices.FORMAT, Hints.NONE);
    }

    private static WorkerSettings settings(Class<?> main, String... arguments) {
        List<String> classPath = new ArrayList<>(WorkerSettings.classPath());
        try {
            classPath.add(Path.of(RecognizerWorkersTest.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        List<String> command = new ArrayList<>(WorkerSettings.command(main, classPath));
        command.addAll(List.of(arguments));
        WorkerSettings usual = WorkerSettings.usual();
        return new WorkerSettings(command, Duration.ofSeconds(30), usual.recycleAbove(), 900L << 20);
    }

    private WorkerSettings hazard(String hazard) {
        return settings(HazardousWorker.class, hazard, temporary.resolve("done").toString());
    }

    /** Two people speak, at the pace at which workers listen; one of them has the worker end now and then. */
    private static int speakThroughLosses(WorkerSettings settings, int times, LongConsumer loss) {
        Random random = new Random(times);
        try (RecognizerWorkers workers = RecognizerWorkers.start(settings);
                RecognizerStream stream = open(workers);
                RecognizerStream neighbour = open(workers)) {
            for (int i = 0; i < times; i++) {
                int moment = random.nextInt(Voices.frames(TEA_AUDIO, 0).size() - 1);
                speak(workers, stream, neighbour, APART * i, moment, loss);
            }
            return workers.figures().lost();
        }
    }

    /** Returns how long it took from the first frame to the words. */
    private static Duration speak(
            RecognizerWorkers workers,
            RecognizerStream stream,
            RecognizerStream neighbour,
            long start,
            int moment,
            LongConsumer loss) {
        List<AudioFrame> frames = Voices.frames(TEA_AUDIO, start);
        List<AudioFrame> others = Voices.frames(HOURS_AUDIO, start);
        long began = System.nanoTime();
        for (int k = 0; k < Math.max(frames.size(), others.size()); k++) {
            if (k < frames.size()) {
                assertThat(stream.accept(frames.get(k))).isNotNull();
            }
            if (k < others.size()) {
                assertThat(neighbour.accept(others.get(k))).isNotNull();
            }
            if (k == moment) {
                loss.accept(workers.figures().workers().get(0).pid());
            }
        }
        String words = Voices.words(stream.finish());
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        assertThat(words).isEqualTo(TEA);
        assertThat(Voices.words(neighbour.finish())).isEqualTo(HOURS);
        return taken;
    }

    /** Loses workers at random moments of utterances, and measures what it costs. */
    private static Recovery recover(WorkerSettings settings, LongConsumer loss) {
        Random random = new Random(MOMENTS);
        try (RecognizerWorkers workers = RecognizerWorkers.start(settings);
                RecognizerStream stream = open(workers);
                RecognizerStream neighbour = open(workers)) {
            Duration usual = Duration.ZERO;
            long start = 0;
            for (int i = 0; i < WARM; i++) {
                usual = speak(workers, stream, neighbour, start, -1, loss);
                start += APART;
            }
            Recovery recovery = new Recovery(usual, Voices.FORMAT.duration(TEA_AUDIO.length / 2));
            for (int i = 0; i < MOMENTS; i++) {
                awaitSpare(workers);
                int moment = random.nextInt(Voices.frames(TEA_AUDIO, 0).size() - 1);
                Duration taken = speak(workers, stream, neighbour, start, moment, loss);
                recovery.add(taken, Duration.ofMillis(100L * (moment + 1)));
                start += APART;
            }
            assertThat(workers.figures().lost()).isEqualTo(MOMENTS);
            return recovery;
        }
    }

    /** Losses that come in a row wait for a process to start; one by one they do not. */
    private static void awaitSpare(RecognizerWorkers workers) {
        for (int i = 0; i < 600 && workers.figures().workers().size() < 2; i++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(workers.figures().workers()).hasSizeGreaterThan(1);
    }

    private static void signal(String signal, long pid) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "STOP"})
    void hearsTheSameWhenAWorkerIsKilledOrStopped(String signal) {
        Recovery recovery = recover(WorkerSettings.usual(), pid -> signal(signal, pid));

        report(signal, recovery);
    }

    @Test
    void hearsTheSameWhenAWorkerGrowsBeyondItsMemory() {
        Path mark = temporary.resolve("grow");
        WorkerSettings settings = settings(HazardousWorker.class, "grow_when_told", mark.toString());

        Recovery recovery = recover(settings.withMemory(600L << 20, 600L << 20), pid -> create(mark));

        report("memory", recovery);
    }

    private static void create(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For the long run, in the test's output; a few moments say nothing about time. */
    private static void report(String loss, Recovery recovery) {
        if (MOMENTS > 10) {
            System.out.println(loss + ": " + recovery);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "second_close",
                "call_after_close",
                "recognizer_of_a_closed_model",
                "two_threads",
                "grammar_while_audio_is_in_flight",
                "exit",
                "rubbish",
                "strange_words",
                "hang",
                "grow"
            })
    void outlivesWhatEndsAProcess(String hazard) {
        assertThat(speakThroughLosses(hazard(hazard), 1, pid -> {})).isOne();
    }

    /** A model with a static graph has no use for a grammar, and does not even read it. */
    @Test
    void doesNotMindAGrammarThatIsNotJson() {
        assertThat(speakThroughLosses(hazard("grammar_that_is_not_json"), 1, pid -> {}))
                .isZero();
    }

    @Test
    void recyclesAWorkerThatHasGrownBetweenTurns() {
        WorkerSettings small = WorkerSettings.usual().withMemory(1, 1L << 40);
        try (RecognizerWorkers workers = RecognizerWorkers.start(small);
                RecognizerStream stream = open(workers)) {
            long first = workers.figures().workers().get(0).pid();
            for (int i = 0; i < 6; i++) {
                assertThat(Voices.hear(stream, TEA_AUDIO)).isEqualTo(TEA);
            }

            assertThat(workers.figures().lost()).isZero();
            assertThat(workers.figures().workers()).noneMatch(worker -> worker.pid() == first);
        }
    }

    @Test
    void tellsWhatCannotBeStarted() {
        WorkerSettings none = new WorkerSettings(List.of("/nonexistent/java"), Duration.ofSeconds(5), 1, 1);

        assertThatThrownBy(() -> RecognizerWorkers.start(none))
                .isInstanceOfSatisfying(
                        RecognizerFailedException.class,
                        e -> assertThat(e.reason()).isEqualTo(RecognizerFailedException.Reason.UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 7", "head -c 9000 /dev/urandom", "yes", "cat /dev/zero", "exec sleep 30"})
    void trustsNothingThatIsNoWorker(String script) {
        WorkerSettings rubbish = new WorkerSettings(List.of("sh", "-c", script), Duration.ofSeconds(1), 1, 1);

        assertThatThrownBy(() -> RecognizerWorkers.start(rubbish))
                .isInstanceOfSatisfying(
                        RecognizerFailedException.class,
                        e -> assertThat(e.reason()).isEqualTo(RecognizerFailedException.Reason.UNAVAILABLE));
    }

    @Test
    void tellsThatTheEngineCannotBeHad() {
        List<String> command = new ArrayList<>(WorkerSettings.usual().command());
        command.add(1, "-Djna.library.path=" + temporary);
        command.removeIf(argument -> argument.startsWith("-Djna.library.path=") && !argument.endsWith("" + temporary));
        WorkerSettings without = new WorkerSettings(command, Duration.ofSeconds(30), 1, 1);

        assertThatThrownBy(() -> RecognizerWorkers.start(without))
                .isInstanceOf(RecognizerFailedException.class)
                .hasMessageContaining("libvosk");
    }

    @Test
    void endsWithTheProcessThatStartedIt() throws IOException, InterruptedException {
        Process worker = new ProcessBuilder(WorkerSettings.usual().command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            new Block()
                    .readFrom(
                            worker.getInputStream(),
                            message -> assertThat(message).isEqualTo(new Message.Ready("")));
            worker.getOutputStream().close();

            assertThat(worker.waitFor()).isZero();
        } finally {
            worker.destroyForcibly();
        }
    }

    @Test
    void refusesStreamsOnceItIsClosed() {
        RecognizerWorkers workers = RecognizerWorkers.start(WorkerSettings.usual());
        Recognizer recognizer = workers.recognizer(TestEars.tea());
        RecognizerStream stream = recognizer.open(Locale.UK, Voices.FORMAT, Hints.NONE);
        workers.close();

        assertThatThrownBy(stream::finish).isInstanceOf(RecognizerFailedException.class);
        assertThatThrownBy(() -> recognizer.open(Locale.UK, Voices.FORMAT, Hints.NONE))
                .isInstanceOf(RecognizerFailedException.class);
    }
}

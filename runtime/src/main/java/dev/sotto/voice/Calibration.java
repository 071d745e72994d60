package dev.sotto.voice;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many lines a machine carries: found out once, by how long it takes to hear a sentence, and kept in a file for the
 * machine it was found on. What is found while others want the machine too holds until the end of the process and is not
 * kept, for the next start may find more. Blocking; confined to one thread at a time but for {@link #lines}.
 */
final class Calibration {

    /** How often the sentence is heard; the quickest counts, for others may want the machine too. */
    private static final int TRIES = 3;

    /** How much of its time a processor may listen, so that words do not come late. */
    private static final double BUSY = 0.8;

    /** How much of a call somebody speaks. */
    private static final double SPEECH = 0.45;

    /** All that is done with a second of speech in noise, in passes: words so far are one of their own there (measured). */
    private static final double PASSES = 2.05;

    /**
     * How much of the time that a sentence takes its recogniser must have had a processor; it has work all the time. Less
     * shows that it had to wait for others.
     */
    private static final double UNDISTURBED = 0.75;

    private static final int MOST = 10_000;
    private static final Phrase SENTENCE = new Phrase(
            new Saying("Good morning, I would like to know when you are open on Saturday."), 1, Duration.ZERO);
    private static final double SECOND = Duration.ofSeconds(1).toNanos();
    private static final AudioFormat FORMAT = AudioFormat.linear(16_000);
    private static final Pattern KEPT = Pattern.compile("sotto calibration 2\nmachine (.*)\nlines ([0-9]{1,5})\n");

    private final Path file;
    private final String machine;
    private final int processors;
    private final int usual;
    private final LongSupplier nanos;
    private final LongSupplier worked;
    private volatile OptionalInt found;

    /**
     * @param file where it is kept
     * @param machine tells it from others and from the same with another model, on one line
     * @param usual how many lines each processor is thought to carry until it is known
     * @param nanos a clock
     * @param worked the processor time that recognisers have used so far, in nanoseconds; always 0 where nothing tells
     */
    Calibration(Path file, String machine, int processors, int usual, LongSupplier nanos, LongSupplier worked) {
        this.file = file;
        this.machine = machine;
        this.processors = processors;
        this.usual = usual;
        this.nanos = nanos;
        this.worked = worked;
        this.found = read();
    }

    /** Returns how many lines the machine carries, at least one. Does not wait. */
    int lines() {
        return found.orElse(usual * processors);
    }

    /**
     * Finds it out, unless it is known, and keeps it if the machine was not busy with something else.
     *
     * @throws IOException if it cannot be kept; it holds until the end of the process then
     */
    void find(Recognizer ear, Synthesizer synthesizer, Voice voice) throws IOException {
        if (found.isPresent()) {
            return;
        }
        try {
            List<AudioFrame> sentence = sentence(synthesizer, voice);
            double seconds = sentence.stream().mapToLong(AudioFrame::samples).sum() / (double) FORMAT.sampleRate();
            Hearing quickest = hear(ear, sentence);
            for (int i = 1; i < TRIES; i++) {
                Hearing next = hear(ear, sentence);
                quickest = next.took() < quickest.took() ? next : quickest;
            }
            int lines = lines(quickest.took() / seconds, processors);
            found = OptionalInt.of(lines);
            if (quickest.isUndisturbed()) {
                write(lines);
            }
        } catch (RecognizerFailedException | SynthesisFailedException e) {
            // What is usual holds; the next start tries again.
            return;
        }
    }

    /**
     * Returns how many lines so many processors carry.
     *
     * @param pass how many seconds one of them takes to hear a second of speech once
     */
    static int lines(double pass, int processors) {
        double lines = processors * BUSY / (SPEECH * PASSES * pass);
        return (int) Math.max(1, Math.min(MOST, lines));
    }

    private static List<AudioFrame> sentence(Synthesizer synthesizer, Voice voice) {
        List<AudioFrame> frames = new ArrayList<>();
        synthesizer.speak(SENTENCE, voice, FORMAT, frame -> {
            frames.add(frame);
            return FrameSink.Next.MORE;
        });
        return frames;
    }

    /**
     * How a sentence was heard.
     *
     * @param took how long, in seconds
     * @param worked how much of a processor's time, in seconds
     */
    private record Hearing(double took, double worked) {

        boolean isUndisturbed() {
            return worked >= UNDISTURBED * took;
        }
    }

    private Hearing hear(Recognizer ear, List<AudioFrame> sentence) {
        Locale locale = ear.capabilities().locales().iterator().next();
        try (RecognizerStream stream = ear.open(locale, FORMAT, Hints.NONE)) {
            long before = worked.getAsLong();
            long began = nanos.getAsLong();
            sentence.forEach(frame -> expectNoEnd(stream.accept(frame)));
            expectOneEnd(stream.finish());
            long took = nanos.getAsLong() - began;
            return new Hearing(took / SECOND, (worked.getAsLong() - before) / SECOND);
        }
    }

    private static void expectNoEnd(List<SpeechEvent> events) {
        if (!events.stream().allMatch(SpeechEvent.Partial.class::isInstance)) {
            throw new IllegalStateException("a turn that ended in the middle");
        }
    }

    private static void expectOneEnd(List<SpeechEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalStateException("a turn without an end");
        }
    }

    private OptionalInt read() {
        try {
            Matcher kept = KEPT.matcher(Files.readString(file));
            return kept.matches() && kept.group(1).equals(machine)
                    ? OptionalInt.of(Math.max(1, Integer.parseInt(kept.group(2))))
                    : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private void write(int lines) throws IOException {
        WholeFile.write(file, "sotto calibration 2\nmachine " + machine + "\nlines " + lines + "\n");
    }
}

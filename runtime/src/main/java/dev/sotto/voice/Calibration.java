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
 * machine it was found on. Blocking; confined to one thread at a time but for {@link #lines}.
 */
final class Calibration {

    /** How often the sentence is heard; the quickest counts, for others may want the machine too. */
    private static final int TRIES = 3;

    /** How much of its time a processor may listen, so that words do not come late. */
    private static final double BUSY = 0.8;

    /** How much of a call somebody speaks. */
    private static final double SPEECH = 0.45;

    /** All that is done with a second of speech, in whole-turn passes: words so far cost as much again (measured). */
    private static final double PASSES = 2.05;

    private static final int MOST = 10_000;
    private static final Phrase SENTENCE = new Phrase(
            new Saying("Good morning, I would like to know when you are open on Saturday."), 1, Duration.ZERO);
    private static final AudioFormat FORMAT = AudioFormat.linear(16_000);
    private static final Pattern KEPT = Pattern.compile("sotto calibration 1\nmachine (.*)\nlines ([0-9]{1,5})\n");

    private final Path file;
    private final String machine;
    private final int processors;
    private final int usual;
    private final LongSupplier nanos;
    private volatile OptionalInt found;

    /**
     * @param file where it is kept
     * @param machine tells it from others and from the same with another model, on one line
     * @param usual how many lines each processor is thought to carry until it is known
     * @param nanos a clock
     */
    Calibration(Path file, String machine, int processors, int usual, LongSupplier nanos) {
        this.file = file;
        this.machine = machine;
        this.processors = processors;
        this.usual = usual;
        this.nanos = nanos;
        this.found = read();
    }

    /** Returns how many lines the machine carries, at least one. Does not wait. */
    int lines() {
        return found.orElse(usual * processors);
    }

    /**
     * Finds it out, unless it is known.
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
            double quickest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < TRIES; i++) {
                quickest = Math.min(quickest, secondsToHear(ear, sentence));
            }
            int lines = lines(quickest / seconds, processors);
            found = OptionalInt.of(lines);
            write(lines);
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

    private double secondsToHear(Recognizer ear, List<AudioFrame> sentence) {
        Locale locale = ear.capabilities().locales().iterator().next();
        try (RecognizerStream stream = ear.open(locale, FORMAT, Hints.NONE)) {
            long began = nanos.getAsLong();
            sentence.forEach(frame -> expectNoEnd(stream.accept(frame)));
            expectOneEnd(stream.finish());
            return (nanos.getAsLong() - began) / (double) Duration.ofSeconds(1).toNanos();
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
        WholeFile.write(file, "sotto calibration 1\nmachine " + machine + "\nlines " + lines + "\n");
    }
}

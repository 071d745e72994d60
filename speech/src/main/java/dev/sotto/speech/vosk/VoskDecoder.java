package dev.sotto.speech.vosk;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one stream. May be called from any thread, one call at a time: a second one waits. After it was closed every call
 * but a further close is refused. Audio is handed over in memory of our own, which is wiped before it is given back.
 */
public final class VoskDecoder implements AutoCloseable {

    /** Samples a second of our own models. */
    static final int RATE = 16_000;

    /** What the library takes in one step: 0.2 s. */
    private static final int STEPS_A_SECOND = 5;

    private static final Pattern TEXT = Pattern.compile("\"(?:text|partial)\"\\s*:\\s*\"([0-9 ]*)\"");

    private final LibVosk library;
    private final VoskModel model;
    private final Object lock = new Object();
    private final int stepSize;
    private final Memory memory;
    private @Nullable Pointer pointer;

    VoskDecoder(LibVosk library, Pointer pointer, VoskModel model, int rate) {
        this.library = library;
        this.pointer = pointer;
        this.model = model;
        this.stepSize = rate / STEPS_A_SECOND;
        this.memory = new Memory((long) stepSize * Short.BYTES);
    }

    /**
     * Listens to samples.
     *
     * @throws VoskFailedException if the library failed; nothing but close helps then
     */
    public void accept(short[] samples) {
        accept(samples, () -> {});
    }

    /**
     * Listens to samples.
     *
     * @param step run whenever some were listened to
     * @throws VoskFailedException if the library failed; nothing but close helps then
     */
    public void accept(short[] samples, Runnable step) {
        synchronized (lock) {
            Pointer recognizer = opened();
            try {
                for (int start = 0; start < samples.length; start += stepSize) {
                    int count = Math.min(stepSize, samples.length - start);
                    memory.write(0, samples, start, count);
                    int result = library.vosk_recognizer_accept_waveform(recognizer, memory, count * Short.BYTES);
                    if (result == LibVosk.FAILED) {
                        throw new VoskFailedException("libvosk failed on audio");
                    }
                    step.run();
                }
            } finally {
                memory.clear();
            }
        }
    }

    /** Returns the numbers of the words that were said, for good. The decoder can go on with new audio. */
    public List<Integer> finish() {
        synchronized (lock) {
            return words(library.vosk_recognizer_final_result(opened()));
        }
    }

    /** Returns the numbers of the words so far. */
    public List<Integer> partial() {
        synchronized (lock) {
            return words(library.vosk_recognizer_partial_result(opened()));
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (pointer != null) {
                library.vosk_recognizer_free(pointer);
                pointer = null;
                memory.close();
                model.release();
            }
        }
    }

    private Pointer opened() {
        Pointer recognizer = pointer;
        if (recognizer == null) {
            throw new IllegalStateException("a call to a closed decoder");
        }
        return recognizer;
    }

    private static List<Integer> words(@Nullable Pointer result) {
        if (result == null) {
            throw new VoskFailedException("libvosk gave no result");
        }
        Matcher matcher = TEXT.matcher(result.getString(0, "UTF-8"));
        if (!matcher.find()) {
            throw new VoskFailedException("libvosk gave a result that is none");
        }
        List<Integer> words = new ArrayList<>();
        for (String word : matcher.group(1).split(" ", -1)) {
            if (!word.isEmpty()) {
                words.add(Integer.valueOf(word));
            }
        }
        return words;
    }
}

package dev.sotto.speech.vosk;

import com.sun.jna.Pointer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model in memory. Safe for many threads. It is freed when it was closed and the last decoder on it was, in whichever
 * order.
 */
public final class VoskModel implements AutoCloseable {

    private static final List<String> FILES =
            List.of("am/final.mdl", "conf/model.conf", "conf/mfcc.conf", "graph/HCLG.fst", "graph/words.txt");

    private static final Pattern PHRASE = Pattern.compile("[0-9]{1,9}(?: [0-9]{1,9})*");

    private final LibVosk library;
    private final Object lock = new Object();
    private @Nullable Pointer pointer;
    private int uses;
    private boolean closed;

    private VoskModel(LibVosk library, Pointer pointer) {
        this.library = library;
        this.pointer = pointer;
    }

    /**
     * Makes sure that the library is there.
     *
     * @throws VoskUnavailableException if it does not load on this machine
     */
    public static void requireEngine() {
        NativeVosk.library();
    }

    /**
     * Loads a folder that {@link VoskFolder} wrote.
     *
     * @throws VoskUnavailableException if a file is missing, or the library or the model does not load
     */
    public static VoskModel load(Path folder) {
        return load(folder, FILES);
    }

    /**
     * Loads a folder.
     *
     * @param files that it needs; what is in them was looked at before, for libvosk looks at little
     * @throws VoskUnavailableException if a file is missing, or the library or the model does not load
     */
    public static VoskModel load(Path folder, List<String> files) {
        for (String file : files) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new VoskUnavailableException("the model lacks " + file);
            }
        }
        LibVosk library = NativeVosk.library();
        Pointer pointer = library.vosk_model_new(folder.toString());
        if (pointer == null) {
            throw new VoskUnavailableException(
                    "libvosk refuses the model; its files are damaged or of another version");
        }
        return new VoskModel(library, pointer);
    }

    /**
     * Returns a decoder for one stream of 16-bit audio of 16 kHz.
     *
     * @throws IllegalStateException if the model was closed
     */
    public VoskDecoder decoder() {
        return decoder(VoskDecoder.RATE);
    }

    /**
     * Returns a decoder for one stream of 16-bit audio.
     *
     * @param rate the model's own
     * @throws IllegalStateException if the model was closed
     */
    public VoskDecoder decoder(int rate) {
        return decoder(rate, model -> library.vosk_recognizer_new(model, rate));
    }

    /**
     * Returns a decoder for one stream of 16-bit audio, of which nothing but some phrases is expected, in any order. Only
     * for models with a graph of words apart.
     *
     * @param rate the model's own
     * @param phrases numbers of words that the model has, with single spaces between; at least one phrase
     * @throws IllegalArgumentException for a phrase that is anything else: libvosk would end the process
     * @throws IllegalStateException if the model was closed
     */
    public VoskDecoder decoder(int rate, List<String> phrases) {
        if (phrases.isEmpty()
                || !phrases.stream().allMatch(phrase -> PHRASE.matcher(phrase).matches())) {
            throw new IllegalArgumentException("a grammar with a phrase that is none");
        }
        String grammar = "[\"" + String.join("\", \"", phrases) + "\"]";
        return decoder(rate, model -> library.vosk_recognizer_new_grm(model, rate, grammar));
    }

    private VoskDecoder decoder(int rate, Function<Pointer, @Nullable Pointer> maker) {
        synchronized (lock) {
            Pointer model = pointer;
            if (closed || model == null) {
                throw new IllegalStateException("a decoder of a closed model");
            }
            Pointer recognizer = maker.apply(model);
            if (recognizer == null) {
                throw new VoskUnavailableException("libvosk makes no recogniser of the model");
            }
            // The likeliest sentence; without alternatives it puts one together that nobody may be able to say.
            library.vosk_recognizer_set_max_alternatives(recognizer, 1);
            uses++;
            return new VoskDecoder(library, recognizer, this, rate);
        }
    }

    /** Frees the model as soon as no decoder uses it any longer. Harmless if that was asked for before. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            freeIfUnused();
        }
    }

    void release() {
        synchronized (lock) {
            uses--;
            freeIfUnused();
        }
    }

    private void freeIfUnused() {
        if (closed && uses == 0 && pointer != null) {
            library.vosk_model_free(pointer);
            pointer = null;
        }
    }
}

package dev.sotto.speech.vosk;

import com.sun.jna.Pointer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model in memory. Safe for many threads. It is freed when it was closed and the last decoder on it was, in whichever
 * order.
 */
public final class VoskModel implements AutoCloseable {

    private static final List<String> FILES =
            List.of("am/final.mdl", "conf/model.conf", "conf/mfcc.conf", "graph/HCLG.fst", "graph/words.txt");

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
        for (String file : FILES) {
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
        synchronized (lock) {
            Pointer model = pointer;
            if (closed || model == null) {
                throw new IllegalStateException("a decoder of a closed model");
            }
            Pointer recognizer = library.vosk_recognizer_new(model, VoskDecoder.RATE);
            if (recognizer == null) {
                throw new VoskUnavailableException("libvosk makes no recogniser of the model");
            }
            // The likeliest sentence; without alternatives it puts one together that nobody may be able to say.
            library.vosk_recognizer_set_max_alternatives(recognizer, 1);
            uses++;
            return new VoskDecoder(library, recognizer, this);
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

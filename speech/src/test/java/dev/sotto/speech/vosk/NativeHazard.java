package dev.sotto.speech.vosk;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Objects;

/** What ends a process in which libvosk runs, done past all that keeps it from being done. */
public enum NativeHazard {
    SECOND_CLOSE {
        @Override
        void act(LibVosk vosk, Pointer model) {
            Pointer recognizer = recognizer(vosk, model);
            for (int i = 0; i < MANY; i++) {
                vosk.vosk_recognizer_free(recognizer);
            }
        }
    },
    CALL_AFTER_CLOSE {
        @Override
        void act(LibVosk vosk, Pointer model) {
            Pointer recognizer = recognizer(vosk, model);
            vosk.vosk_recognizer_free(recognizer);
            for (int i = 0; i < MANY; i++) {
                hear(vosk, recognizer);
                vosk.vosk_recognizer_final_result(recognizer);
            }
        }
    },
    RECOGNIZER_OF_A_CLOSED_MODEL {
        @Override
        void act(LibVosk vosk, Pointer model) {
            vosk.vosk_model_free(model);
            hear(vosk, recognizer(vosk, model));
        }
    },
    TWO_THREADS {
        @Override
        void act(LibVosk vosk, Pointer model) {
            Pointer recognizer = recognizer(vosk, model);
            Thread other = new Thread(() -> hearToTheEnd(vosk, recognizer));
            other.start();
            hearToTheEnd(vosk, recognizer);
        }
    },
    GRAMMAR_WHILE_AUDIO_IS_IN_FLIGHT {
        @Override
        void act(LibVosk vosk, Pointer model) {
            Pointer recognizer = recognizer(vosk, model);
            hear(vosk, recognizer);
            Native.load("vosk", Grammar.class).vosk_recognizer_set_grm(recognizer, "[\"1\", \"2\"]");
        }
    },
    GRAMMAR_THAT_IS_NOT_JSON {
        @Override
        void act(LibVosk vosk, Pointer model) {
            Pointer recognizer = Native.load("vosk", Grammar.class).vosk_recognizer_new_grm(model, 16_000, "not json");
            hear(vosk, Objects.requireNonNull(recognizer));
        }
    };

    private static final int MANY = 1_000;
    private static final int BYTES = 6_400;

    /** The functions that the product does not even declare. */
    interface Grammar extends Library {

        Pointer vosk_recognizer_new_grm(Pointer model, float rate, String grammar);

        void vosk_recognizer_set_grm(Pointer recognizer, String grammar);
    }

    abstract void act(LibVosk vosk, Pointer model);

    /** Does it, with a model of its own. */
    public void act(Path folder) {
        LibVosk vosk = NativeVosk.library();
        act(vosk, Objects.requireNonNull(vosk.vosk_model_new(folder.toString())));
    }

    private static Pointer recognizer(LibVosk vosk, Pointer model) {
        return Objects.requireNonNull(vosk.vosk_recognizer_new(model, 16_000));
    }

    private static void hear(LibVosk vosk, Pointer recognizer) {
        try (Memory audio = new Memory(BYTES)) {
            audio.clear();
            vosk.vosk_recognizer_accept_waveform(recognizer, audio, BYTES);
        }
    }

    /** On a busy machine two threads can miss each other for long. */
    private static void hearToTheEnd(LibVosk vosk, Pointer recognizer) {
        while (!Thread.currentThread().isInterrupted()) {
            hear(vosk, recognizer);
        }
    }
}

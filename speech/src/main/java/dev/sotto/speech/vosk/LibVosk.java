package dev.sotto.speech.vosk;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libvosk 0.3.45 that are used, as in its {@code vosk_api.h}. Nothing but {@link VoskModel} and
 * {@link VoskDecoder} calls them: most end the process if they are called at the wrong time.
 */
interface LibVosk extends Library {

    /** What {@link #vosk_recognizer_accept_waveform} returns where C++ threw. */
    int FAILED = -1;

    void vosk_set_log_level(int level);

    @Nullable Pointer vosk_model_new(String path);

    void vosk_model_free(Pointer model);

    @Nullable Pointer vosk_recognizer_new(Pointer model, float sampleRate);

    @Nullable Pointer vosk_recognizer_new_grm(Pointer model, float sampleRate, String grammar);

    void vosk_recognizer_set_max_alternatives(Pointer recognizer, int count);

    int vosk_recognizer_accept_waveform(Pointer recognizer, Pointer data, int length);

    @Nullable Pointer vosk_recognizer_final_result(Pointer recognizer);

    @Nullable Pointer vosk_recognizer_partial_result(Pointer recognizer);

    void vosk_recognizer_free(Pointer recognizer);
}

package dev.sotto.voices;

import java.util.List;
import java.util.Map;

/**
 * What the build changes in flite's WebAssembly module, which is a program, to make it a library: it exports functions, hands
 * audio out while it speaks, and leaves to others what takes most of its time.
 */
public final class FlitePatch {

    /** The functions that are exported besides what the program exports. */
    public static final List<String> EXPORTS = List.of(
            "__wasm_call_ctors",
            "malloc",
            "free",
            "flite_init",
            "register_cmu_us_slt",
            "register_cmu_us_rms",
            "register_cmu_us_awb",
            "register_cmu_us_kal16",
            "new_audio_streaming_info",
            "audio_streaming_info_val",
            "feat_set",
            "feat_set_float",
            "new_utterance",
            "utt_set_input_text",
            "utt_init",
            "utt_synth",
            "delete_utterance");

    /** The function that flite calls with each stretch of audio of voices made of recordings. */
    public static final String AUDIO_CALLBACK = "audio_stream_chunk";

    /** Where the table of functions has it: flite is told of a callback by that number. */
    public static final int AUDIO_CALLBACK_INDEX = 2;

    /** The import that the replaced functions call with a descriptor of their own and their first three parameters. */
    public static final String IMPORT = "fd_write";

    /**
     * Marks audio: the address of the wave, its first new sample and how many there are. The result is 0 to go on, -1 to
     * stop.
     */
    public static final int AUDIO = -16;

    /** Marks parameters to be smoothed: the address of their track and of the voice. The result is the one smoothed, or 0. */
    public static final int SMOOTHING = -17;

    /**
     * Marks parameters to be made audible: the addresses of their track, or 0 for the one just smoothed, of the mixture of
     * tone and noise, and of the voice. The result is the wave, or 0.
     */
    public static final int VOCODING = -18;

    /** The functions that are replaced, with the descriptor each calls the import with. */
    public static final Map<String, Integer> REPLACED =
            Map.of(AUDIO_CALLBACK, AUDIO, "mlpg", SMOOTHING, "mlsa_resynthesis", VOCODING);

    /** The folder and the beginning of the name of what the build makes. */
    public static final String COMPILED = "dev/sotto/voices/flite/Flite";

    private FlitePatch() {}
}

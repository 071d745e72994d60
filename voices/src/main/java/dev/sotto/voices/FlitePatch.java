package dev.sotto.voices;

import java.util.List;

/**
 * What the build changes in flite's WebAssembly module, which is a program, to make it a library: it exports functions and
 * hands audio out while it speaks.
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

    /** The function that flite calls with each stretch of audio. It calls the import below instead of doing nothing. */
    public static final String AUDIO_CALLBACK = "audio_stream_chunk";

    /** Where the table of functions has it: flite is told of a callback by that number. */
    public static final int AUDIO_CALLBACK_INDEX = 2;

    /** The import that audio goes to. */
    public static final String AUDIO_IMPORT = "fd_write";

    /**
     * The file descriptor that marks audio. The other arguments are then the address of the wave, its first new sample and
     * how many there are; the result is 0 to go on, -1 to stop.
     */
    public static final int AUDIO_DESCRIPTOR = -16;

    /** The folder and the beginning of the name of what the build makes. */
    public static final String COMPILED = "dev/sotto/voices/flite/Flite";

    private FlitePatch() {}
}

package dev.sotto.speech.vosk;

import com.sun.jna.Native;

/** The library, loaded when it is first asked for. */
final class NativeVosk {

    private static final int SILENT = -1;

    private NativeVosk() {}

    /** Returns the library. */
    static LibVosk library() {
        try {
            return Holder.LIBRARY;
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new VoskUnavailableException(
                    "libvosk does not load here; it needs Linux on x86-64 with glibc, and a folder for native libraries"
                            + " that programs may be run from",
                    e);
        }
    }

    private static final class Holder {

        private static final LibVosk LIBRARY = load();

        private static LibVosk load() {
            LibVosk library = Native.load("vosk", LibVosk.class);
            library.vosk_set_log_level(SILENT);
            return library;
        }
    }
}

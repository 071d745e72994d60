package dev.sotto.speech.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process has, native code's included, as Linux tells. */
final class Memory {

    private static final Path FIGURES = Path.of("/proc/self/statm");
    private static final long PAGE = 4_096;

    private Memory() {}

    /** Returns the resident bytes, or 0 where that cannot be told. */
    static long resident() {
        try {
            return Long.parseLong(Files.readString(FIGURES).split(" ", -1)[1]) * PAGE;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return 0;
        }
    }
}

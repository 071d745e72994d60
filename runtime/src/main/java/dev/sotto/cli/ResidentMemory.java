package dev.sotto.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory of the machine this process holds. */
final class ResidentMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String KEY = "VmRSS:";

    private ResidentMemory() {}

    /** Returns the resident memory in MiB as Linux counts it; 0 where nothing tells. */
    static long mebibytes() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(KEY)) {
                    return Long.parseLong(line.substring(KEY.length())
                                    .replace("kB", "")
                                    .trim())
                            / 1024;
                }
            }
        } catch (IOException | NumberFormatException e) {
            // No Linux, or one that hides it: not worth failing for.
        }
        return 0;
    }
}

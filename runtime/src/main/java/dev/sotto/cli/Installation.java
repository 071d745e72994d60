package dev.sotto.cli;

import java.nio.file.Path;

/** Where things lie on this machine, as the launcher found them. */
final class Installation {

    private Installation() {}

    /** Returns the folder of the repository, or of the unpacked release; the working folder if nothing started us. */
    static Path root() {
        return Path.of(System.getProperty("sotto.root", "")).toAbsolutePath().normalize();
    }

    /** Returns the folder with the bots that come along. */
    static Path bots() {
        return root().resolve("bots");
    }
}

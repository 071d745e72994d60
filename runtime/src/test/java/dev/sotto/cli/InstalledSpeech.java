package dev.sotto.cli;

import dev.sotto.config.ServerConfig;
import dev.sotto.server.Provisions;

/** The recognisers and voices that come along, for tests of other packages, as {@code ./sotto} starts them. */
public final class InstalledSpeech {

    private InstalledSpeech() {}

    /** Returns them. */
    public static Provisions.Speech of(ServerConfig config) {
        return ServerStart.speech(config);
    }
}

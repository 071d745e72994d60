package dev.sotto.log;

import java.util.Locale;

/** The part of the server that an event comes from. */
public enum Component {
    ACCESS,
    AUDIT,
    BOTS,
    CHANNEL,
    CLI,
    CONFIG,
    DIALOGUE,
    HEALTH,
    HOOKS,
    RETENTION,
    SERVER,
    SESSION,
    SPEECH,
    TLS,
    UNDERSTANDING;

    /** Every logger of ours begins with this; all others are third-party. */
    static final String ROOT = "sotto";

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }

    String loggerName() {
        return ROOT + "." + word;
    }
}

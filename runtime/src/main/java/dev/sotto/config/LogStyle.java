package dev.sotto.config;

/** How a line of the log looks. */
public enum LogStyle {
    /** For people at a terminal, JSON elsewhere. */
    AUTO,
    JSON,
    HUMAN
}

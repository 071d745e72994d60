package dev.sotto.log;

/** The lowest level of our own events that is logged. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR
}

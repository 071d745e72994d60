package dev.sotto.config;

/** Whether bots are loaded anew when they change on disk. */
public enum Reload {
    WATCH,
    OFF
}

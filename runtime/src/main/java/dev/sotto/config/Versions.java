package dev.sotto.config;

/** Whether versions of bots are kept. */
public enum Versions {
    /** A bot that changed is served once it passes its own tests, and its versions are kept. */
    KEPT,
    /** What stands in the directory is served. */
    NONE
}

package dev.sotto.config;

/** Which understanding engines this installation uses. */
public enum Engine {
    /** What each bot asks for, and pure Java where the native library does not load. */
    AUTO,
    /** What each bot asks for; a native library that does not load is a fault. */
    EMBEDDING,
    /** Pure Java for every bot. */
    OPENNLP
}

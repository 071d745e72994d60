package dev.sotto.prove;

import java.util.Locale;

/** To whom a place in a Java process's memory belongs. */
public enum MemoryOwner {
    /** Objects that the program can reach, or could at the last collection. */
    LIVE_HEAP,
    /** Room of the Java heap that no object has: what lies there was left by objects that are gone. */
    DEAD_HEAP,
    /** The stacks of threads. */
    THREAD_STACK,
    /** Allocated by native code, the JVM's own included. */
    NATIVE,
    /** Files that are mapped into memory. */
    MAPPED_FILE;

    /** Returns the name as reports write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package dev.sotto.bench;

/** Something that listens to one line. Blocking; confined to one thread at a time. */
interface Hearing extends AutoCloseable {

    /** Listens to the next piece, which is its own from there on. */
    void hear(byte[] chunk);

    /** A sentence is over; for those who cannot tell by themselves. */
    void sentenceOver();

    @Override
    void close();

    /** One of those that are compared. */
    interface Side {

        /** Returns what it is called in reports. */
        String name();

        /** Begins to listen to a line. */
        Hearing open();
    }
}

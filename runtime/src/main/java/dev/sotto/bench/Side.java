package dev.sotto.bench;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** A server with a bot, as one of those that are compared. Blocking. */
interface Side extends AutoCloseable {

    /** Returns what it is called in reports. */
    String name();

    ChildProcess process();

    /**
     * Opens conversations, each over a connection of its own.
     *
     * @throws IOException if the server refuses
     */
    Crowd gather(int people) throws IOException, TimeoutException;

    /** Returns the intent that it gives to a text which begins a conversation, or {@link HeldOut#NONE}. */
    String intent(String text) throws TimeoutException;

    @Override
    void close();
}

package dev.sotto.nlu;

/**
 * A trained model of one bot in one locale. Blocking; may be called from many threads at once; gives the same answer to
 * the same input.
 */
public interface Interpreter extends AutoCloseable {

    /**
     * Tells what a person wants. Never fails for anything that a person can type.
     *
     * @param moment when it was said
     */
    Understanding understand(Heard heard, Expectation expectation, Moment moment);

    /** Releases what the model holds beyond the heap. No call may be running or follow. */
    @Override
    void close();
}

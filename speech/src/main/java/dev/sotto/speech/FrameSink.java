package dev.sotto.speech;

/** Where a synthesiser puts what it speaks. Called in the thread that speaks, one frame after the other. */
@FunctionalInterface
public interface FrameSink {

    /** Takes a frame, which belongs to the sink from here on, and tells whether to go on. */
    Next accept(AudioFrame frame);

    /**
     * Is told that a mark of the message lies before the next frame.
     *
     * @param name as the message has it
     */
    default void mark(String name) {}

    /** What the synthesiser is to do after a frame. */
    enum Next {
        MORE,
        /** The person speaks over it, or went: no further frame is wanted. */
        STOP
    }
}

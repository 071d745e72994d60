package dev.sotto.voice;

import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.Input;

/** The channel that a line runs over. All calls come from the line's event loop; none may block. */
public interface Carrier {

    /** Hands an input to the session. */
    void submit(Input input);

    /**
     * Sends audio of the bot's voice.
     *
     * @param audio in the format of the bot's voice; belongs to the carrier, which wipes it
     */
    void play(byte[] audio);

    /** Returns whether the client shows words as they are spoken. */
    boolean showsWords();

    /** Tells the client what happens. */
    void tell(LineEvent event);

    /** Too much waits to be listened to: nothing more should be read from the client until {@link #relieved}. */
    void burdened();

    /** There is room again. */
    void relieved();

    /** The line is broken: it hears and says nothing any more. */
    void failed(RefusalCode why);
}

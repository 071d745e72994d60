package dev.sotto.retention;

/** Keeps nothing. It has nowhere to keep it: no file, no database, no field. */
public final class Nothing implements RetentionGate {

    @Override
    public void offer(FinishedTurn turn) {
        // The turn ends here, and with it the last reference to what was said in it.
    }
}

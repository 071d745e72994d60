package dev.sotto.retention;

/** Is offered every turn once it is over, and decides what becomes of it. Called on the session's event loop. */
public interface RetentionGate {

    /** Takes a turn, or lets it go. Must not block; must hold nothing that its policy does not allow. */
    void offer(FinishedTurn turn);
}

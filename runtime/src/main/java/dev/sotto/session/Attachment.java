package dev.sotto.session;

import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.Input;
import dev.sotto.turn.SessionId;

/**
 * A connection's hold on a session. Safe for any thread; nothing here waits. Once the connection was replaced, or the
 * session is over, all of it does nothing.
 */
public final class Attachment {

    private final Session session;
    private final Outlet outlet;

    Attachment(Session session, Outlet outlet) {
        this.session = session;
        this.outlet = outlet;
    }

    /** Returns whose. */
    public SessionId session() {
        return session.party().session();
    }

    /**
     * Hands in an input. What comes of it is delivered to the outlet; so is a refusal. A number that was taken before is
     * ignored. {@link Input.Left} overtakes all that waits.
     *
     * @param sequence the client's number for it, from 1
     * @param input what a client can send: hook answers and ticks are not
     */
    public void submit(long sequence, Input input) {
        whileAttached(() -> session.take(sequence, input));
    }

    /**
     * Hands in an input that no client has counted: what was spoken, or keyed on a telephone. It takes its turn among the
     * others. What comes of it has 0 for its cause; so has a refusal, which is for good. {@link Input.Left} overtakes all
     * that waits.
     */
    public void submitSpoken(Input input) {
        whileAttached(() -> session.takeSpoken(input));
    }

    /** Refuses an input whose number is good but whose content is not; its number stays free. */
    public void decline(long sequence, RefusalCode why) {
        whileAttached(() -> session.decline(sequence, why));
    }

    /** Lets go of the outputs up to this number: the client has handled them. */
    public void acknowledge(long upto) {
        whileAttached(() -> session.acknowledge(upto));
    }

    /** Takes the connection away. The session lives on until it is resumed or its time is up. */
    public void detach() {
        whileAttached(session::detach);
    }

    private void whileAttached(Runnable task) {
        session.run(() -> {
            if (session.isAttached(outlet)) {
                task.run();
            }
        });
    }
}

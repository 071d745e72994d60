package dev.sotto.session;

import dev.sotto.refusal.Refusal;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import java.util.OptionalLong;

/**
 * A connection as a session sees it: where its outputs go. All calls come from the session's event loop, in order, the
 * first being {@link #admitted}; none may block. After {@link #replaced} or {@link #over} there are no more.
 *
 * <p>What is delivered is in the session's log until the client has acknowledged it. An outlet whose client does not
 * read should stop submitting, which stops the outputs, and be detached when its patience ends: the client can resume.
 */
public interface Outlet {

    /** The connection is now the session's. */
    void admitted(Admission admission);

    /** The session has something for the client. */
    void deliver(Envelope<Output> output);

    /**
     * Something was refused. If the table of refusals has a close code for it, the connection is to be closed and
     * detached; the session itself goes on.
     *
     * @param cause the number of the input that was not taken, if it is about one
     */
    void refused(Refusal refusal, OptionalLong cause);

    /** Another connection took the place of this one. */
    void replaced();

    /** The session is over. An output that says so was delivered before. */
    void over(EndReason reason);
}

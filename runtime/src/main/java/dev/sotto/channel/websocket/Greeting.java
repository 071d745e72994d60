package dev.sotto.channel.websocket;

import dev.sotto.access.Principal;
import dev.sotto.channel.Doorkeeper;
import dev.sotto.channel.frame.ClientFrame;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Attachment;
import dev.sotto.session.Opening;
import dev.sotto.session.Outlet;
import dev.sotto.session.Sessions;
import io.vertx.core.Future;

/** Answers the first frame of a connection: leads it to a session, new or known. Safe for any thread. */
final class Greeting {

    private final Doorkeeper door;
    private final Sessions sessions;

    Greeting(Doorkeeper door, Sessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    /**
     * Admits a connection.
     *
     * @return completes on the connection's event loop
     * @throws RefusedException if the frame is no greeting, or its token is not valid
     */
    Future<Attachment> admit(ClientFrame frame, Peer peer, Outlet outlet) {
        if (frame instanceof ClientFrame.Open open) {
            Principal principal = door.byToken(peer.address(), open.token(), open.bot(), peer.origin());
            return sessions.open(new Opening(principal, open.bot(), open.locale(), open.client()), outlet);
        }
        if (frame instanceof ClientFrame.Resume resume) {
            return sessions.attach(resume.session(), resume.key(), resume.seen(), outlet)
                    .onFailure(failure -> noteWrongKey(failure, peer));
        }
        throw new RefusedException(RefusalCode.FRAME_UNEXPECTED);
    }

    private void noteWrongKey(Throwable failure, Peer peer) {
        if (failure instanceof RefusedException refused && refused.refusal().code() == RefusalCode.KEY_INVALID) {
            door.noteFailure(peer.address());
        }
    }
}

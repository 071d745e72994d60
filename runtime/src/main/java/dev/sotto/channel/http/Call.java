package dev.sotto.channel.http;

import dev.sotto.access.Origin;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.SessionId;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A request as an endpoint sees it.
 *
 * @param address of the client, or of the proxy before it
 * @param origin of the page that asks, already admitted
 * @param bearer the key of the Authorization header, if there is one
 * @param id the part of the path that stands for a session's id, or an empty text
 * @param body valid until the endpoint returns
 */
record Call(String address, Optional<Origin> origin, Optional<Secret> bearer, String id, ByteBuffer body) {

    /** Returns which session it is about. */
    SessionId session() {
        if (!SessionId.isValid(id)) {
            throw new RefusedException(RefusalCode.SESSION_UNKNOWN);
        }
        return new SessionId(id);
    }

    /** Returns the key that must be there. */
    Secret key() {
        return bearer.orElseThrow(() -> new RefusedException(RefusalCode.KEY_INVALID));
    }
}

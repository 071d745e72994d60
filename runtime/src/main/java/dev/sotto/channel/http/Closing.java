package dev.sotto.channel.http;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import io.vertx.core.http.HttpConnection;

/** Closes connections. */
final class Closing {

    private static final EventLog LOG = EventLog.of(Component.CHANNEL);

    private Closing() {}

    /** Closes a connection at once. */
    static void now(HttpConnection connection) {
        connection.close().onComplete(closed -> LOG.debug(Event.CONNECTION_CLOSED));
    }
}

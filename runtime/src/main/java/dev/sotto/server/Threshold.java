package dev.sotto.server;

import dev.sotto.channel.http.HttpEntrance;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * The doorstep of a server that has a port but is not ready: connections are closed until it is. Safe for any thread.
 */
final class Threshold {

    private static final EventLog LOG = EventLog.of(Component.SERVER);

    private volatile @Nullable HttpEntrance entrance;

    /** From now on people are let in. */
    void open(HttpEntrance behind) {
        entrance = behind;
    }

    void connected(HttpConnection connection) {
        HttpEntrance open = entrance;
        if (open == null) {
            connection.close().onComplete(closed -> LOG.debug(Event.CONNECTION_REFUSED));
        } else {
            open.connected(connection);
        }
    }

    void requested(HttpServerRequest request) {
        HttpEntrance open = entrance;
        if (open != null) {
            open.requested(request);
        }
    }

    void malformed(HttpServerRequest request) {
        HttpEntrance open = entrance;
        if (open != null) {
            open.malformed(request);
        }
    }
}

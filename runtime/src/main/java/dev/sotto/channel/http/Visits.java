package dev.sotto.channel.http;

import dev.sotto.channel.Census;
import dev.sotto.time.Timers;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections that are not WebSockets (yet). Each has a place among all connections, or is let go after its first
 * answer, and only so long to send its next request, however slowly its head trickles in. Safe for any thread; what it
 * holds of a connection is confined to that one's event loop.
 */
final class Visits {

    /** From a connection's start, or the end of an answer, to the arrival of the next request's head. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<HttpConnection, Visit> visits = new ConcurrentHashMap<>();
    private final Census census;
    private final Timers timers;

    Visits(Census census, Timers timers) {
        this.census = census;
        this.timers = timers;
    }

    /** A connection was made. */
    void arrived(HttpConnection connection) {
        visits.put(connection, new Visit(census.enter(), expectRequest(connection)));
        connection.closeHandler(closed -> {
            Visit visit = visits.remove(connection);
            if (visit != null) {
                visit.alarm().cancel();
                visit.place().leave();
            }
        });
    }

    /** A request's head has arrived; returns the connection's place. */
    Census.Place requested(HttpConnection connection) {
        Visit visit = visits.get(connection);
        if (visit == null) {
            return Census.Place.NONE;
        }
        visit.alarm().cancel();
        return visit.place();
    }

    /** A request was answered. */
    void answered(HttpConnection connection) {
        visits.computeIfPresent(connection, (same, visit) -> new Visit(visit.place(), expectRequest(connection)));
    }

    /** A connection is a WebSocket now: it and its place are somebody else's business. */
    void upgraded(HttpConnection connection) {
        visits.remove(connection);
    }

    private Timers.Alarm expectRequest(HttpConnection connection) {
        return timers.after(PATIENCE, () -> Closing.now(connection));
    }

    private record Visit(Census.Place place, Timers.Alarm alarm) {}
}

package dev.sotto.channel.audiosocket;

import dev.sotto.access.CallTickets;
import dev.sotto.channel.Refusals;
import dev.sotto.config.AddressRange;
import dev.sotto.metrics.Metrics;
import dev.sotto.session.Sessions;
import dev.sotto.time.Timers;
import dev.sotto.voice.Voices;
import java.time.Duration;
import java.util.List;

/**
 * What all calls share.
 *
 * @param metrics counts what is dropped
 * @param trusted whose calls are taken, besides those of this machine
 */
public record CallDoor(
        CallTickets tickets,
        Sessions sessions,
        Voices voices,
        Refusals refusals,
        Metrics metrics,
        Timers timers,
        Limits limits,
        List<AddressRange> trusted) {

    public CallDoor {
        trusted = List.copyOf(trusted);
    }

    /**
     * The bounds on calls.
     *
     * @param hello how long a call has to say which it is
     * @param slowClient how long the other end may leave unread what it is sent; then the call is over
     * @param writeQueue bytes that wait for the other end to read; while there are more, audio is dropped
     */
    public record Limits(Duration hello, Duration slowClient, int writeQueue) {}
}

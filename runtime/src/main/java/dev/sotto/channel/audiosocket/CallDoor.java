package dev.sotto.channel.audiosocket;

import dev.sotto.access.CallTickets;
import dev.sotto.channel.Refusals;
import dev.sotto.config.AddressRange;
import dev.sotto.session.Sessions;
import dev.sotto.time.Timers;
import dev.sotto.voice.Voices;
import java.time.Duration;
import java.util.List;

/**
 * What all calls share.
 *
 * @param hello how long a call has to say which it is
 * @param trusted whose calls are taken, besides those of this machine
 */
public record CallDoor(
        CallTickets tickets,
        Sessions sessions,
        Voices voices,
        Refusals refusals,
        Timers timers,
        Duration hello,
        List<AddressRange> trusted) {

    public CallDoor {
        trusted = List.copyOf(trusted);
    }
}

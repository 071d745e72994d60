package dev.sotto.channel.audiosocket;

import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import dev.sotto.time.Timers;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The bot's audio into a call whose other end may not read it. What there is no room for is dropped, for audio that is late
 * is of no use to anybody. Confined to the call's event loop.
 */
final class Outflow {

    private final Call.Wire wire;
    private final Timers timers;
    private final Metrics metrics;
    private final Duration patience;
    private OptionalLong fullSince = OptionalLong.empty();

    /**
     * @param patience how long the other end may leave no room
     */
    Outflow(Call.Wire wire, Timers timers, Metrics metrics, Duration patience) {
        this.wire = wire;
        this.timers = timers;
        this.metrics = metrics;
        this.patience = patience;
    }

    /** Sends audio, or drops it; wipes the array. */
    void send(byte[] samples) {
        if (wire.isFull()) {
            Arrays.fill(samples, (byte) 0);
            if (fullSince.isEmpty()) {
                fullSince = OptionalLong.of(timers.nanos());
                metrics.boundReached(Bound.WRITE_QUEUE);
            }
        } else {
            fullSince = OptionalLong.empty();
            wire.send(MessageEncoder.audio(samples));
        }
    }

    /** Returns whether the other end has had its time. */
    boolean isStuck() {
        return fullSince.isPresent() && timers.nanos() - fullSince.getAsLong() >= patience.toNanos();
    }
}

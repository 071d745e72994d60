package dev.sotto.channel.websocket;

import dev.sotto.time.Timers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks a silent client from time to time whether it is still there. One from which nothing came between one question and
 * the next is gone: its network is, or it stopped in the middle of a frame. Confined to the connection's event loop.
 */
final class Heartbeat {

    /** Between one question and the next. Proxies and home routers forget a connection after a minute or more. */
    static final Duration INTERVAL = Duration.ofSeconds(30);

    private final Timers timers;
    private final Runnable ask;
    private final Runnable gone;
    private Timers.@Nullable Alarm alarm;
    private Suspicion suspicion = Suspicion.NONE;

    Heartbeat(Timers timers, Runnable ask, Runnable gone) {
        this.timers = timers;
        this.ask = ask;
        this.gone = gone;
    }

    void start() {
        alarm = timers.after(INTERVAL, this::beat);
    }

    /** A whole frame came, of whatever kind. */
    void heard() {
        suspicion = Suspicion.NONE;
    }

    void stop() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void beat() {
        if (suspicion == Suspicion.ASKED) {
            gone.run();
            return;
        }
        if (suspicion == Suspicion.SILENT) {
            ask.run();
        }
        suspicion = suspicion == Suspicion.SILENT ? Suspicion.ASKED : Suspicion.SILENT;
        start();
    }

    private enum Suspicion {
        /** Something came since the last beat. */
        NONE,
        /** Nothing came since the last beat. */
        SILENT,
        /** Nothing came since, and the client was asked. */
        ASKED
    }
}

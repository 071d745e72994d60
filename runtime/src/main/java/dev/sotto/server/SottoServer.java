package dev.sotto.server;

import dev.sotto.bot.version.BotWatch;
import dev.sotto.bot.version.Bots;
import dev.sotto.config.ServerConfig;
import dev.sotto.health.Readiness;
import dev.sotto.voice.VoicelessException;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server that is up. It is drained, then closed; both are for whoever started it, from any thread that is not one of
 * its own.
 */
public final class SottoServer {

    private final Parts parts;
    private final List<BotWatch> watches;
    private final URI url;
    private final Duration patience;
    private final Future<Optional<VoicelessException.Reason>> voice;

    /**
     * @param patience how long turns under way may take when it stops
     * @param voice completes when bots can be spoken to, or with why they cannot
     */
    SottoServer(
            Parts parts,
            List<BotWatch> watches,
            URI url,
            Duration patience,
            Future<Optional<VoicelessException.Reason>> voice) {
        this.parts = parts;
        this.watches = watches;
        this.url = url;
        this.patience = patience;
        this.voice = voice;
    }

    /**
     * Starts a server as it is configured.
     *
     * @return completes when people can come in and are understood. Fails with {@link NotStartedException},
     *     {@link dev.sotto.bot.version.NoUsableBotException}, {@link java.net.BindException} or whatever is broken
     */
    public static Future<SottoServer> start(ServerConfig config, Provisions provisions) {
        return new Assembly(config, provisions).start();
    }

    /** Returns where people find it. */
    public URI url() {
        return url;
    }

    /** Returns the number of the port where telephone calls come in, if they do. */
    public OptionalInt callPort() {
        return parts.calls().map(calls -> OptionalInt.of(calls.port())).orElseGet(OptionalInt::empty);
    }

    /** Completes when its bots can be spoken to, or with why they cannot. */
    public Future<Optional<VoicelessException.Reason>> voice() {
        return voice;
    }

    /** Returns the bots that it serves. */
    public Bots bots() {
        return parts.bots().result();
    }

    /** Returns how many sessions there are. */
    public int sessions() {
        return parts.sessions().size();
    }

    /** Returns whether to send people here. */
    public Readiness readiness() {
        return parts.readiness();
    }

    /** Returns the port of the listener for those who look after this server. */
    public int managementPort() {
        return parts.management().port();
    }

    /**
     * Takes no new sessions any more, and ends each as soon as its turn under way is done.
     *
     * @return completes when the last is over, after the configured time at the latest
     */
    public Future<Void> drain() {
        parts.readiness().draining();
        return parts.sessions().drain(patience);
    }

    /** Gives everything back: sockets, threads, models. */
    public Future<Void> close() {
        watches.forEach(BotWatch::close);
        return parts.close();
    }
}

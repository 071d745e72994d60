package dev.sotto.server;

import dev.sotto.bot.version.BotWatch;
import dev.sotto.bot.version.Bots;
import dev.sotto.bot.version.Engines;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.fulfilment.Hooks;
import dev.sotto.health.HeapHygiene;
import dev.sotto.health.ManagementServer;
import dev.sotto.health.Readiness;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.session.Sessions;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/**
 * What a running server consists of, as far as it has to be given back.
 *
 * @param patience how long turns under way may take when it stops
 */
record Parts(
        Network network,
        ManagementServer management,
        Readiness readiness,
        HeapHygiene hygiene,
        Engines engines,
        Bots bots,
        Optional<BotWatch> watch,
        EngineAdapter nlu,
        Hooks hooks,
        Sessions sessions,
        Duration patience) {

    private static final EventLog LOG = EventLog.of(Component.SERVER);

    /** How long an understanding under way may take when everything else is closed. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(2);

    /** Closes everything, those who use before what they use. */
    Future<Void> close() {
        watch.ifPresent(BotWatch::close);
        hygiene.close();
        return network.close()
                .compose(closed -> Aside.run("sotto-close", () -> {
                    if (nlu.close(LAST_CALLS)) {
                        bots.close();
                        engines.close();
                    } else {
                        // Native code that still runs must not lose its memory; the process is about to end anyway.
                        LOG.warn(Event.ENGINE_FAILED);
                    }
                    return null;
                }));
    }
}

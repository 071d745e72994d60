package dev.sotto.server;

import dev.sotto.bot.version.Bots;
import dev.sotto.bot.version.Engines;
import dev.sotto.channel.http.HttpEntrance;
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
 * What a server consists of, as far as its other parts need to know.
 *
 * @param calls where telephone calls come in, if they do
 * @param bots complete by the time that anybody comes in
 */
record Parts(
        Network network,
        HttpsListener listener,
        ManagementServer management,
        Readiness readiness,
        HeapHygiene hygiene,
        HttpEntrance entrance,
        Optional<AudioSocketListener> calls,
        SpeechStart speech,
        Engines engines,
        Future<Bots> bots,
        EngineAdapter nlu,
        Hooks hooks,
        Sessions sessions) {

    private static final EventLog LOG = EventLog.of(Component.SERVER);

    /** How long an understanding under way may take when everything else is closed. */
    private static final Duration LAST_CALLS = Duration.ofSeconds(2);

    /** Closes everything, those who use before what they use. */
    Future<Void> close() {
        hygiene.close();
        // What is spoken ends on the event loops, so before them.
        return Aside.run("sotto-close-speech", this::closeSpeech)
                .compose(silent -> network.close())
                .compose(closed -> Aside.run("sotto-close", () -> {
                    if (nlu.close(LAST_CALLS)) {
                        bots.result().close();
                        engines.close();
                    } else {
                        // Native code that still runs must not lose its memory; the process is about to end anyway.
                        LOG.warn(Event.ENGINE_FAILED);
                    }
                    return null;
                }));
    }

    private boolean closeSpeech() {
        speech.close();
        return true;
    }
}

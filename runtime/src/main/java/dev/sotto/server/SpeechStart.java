package dev.sotto.server;

import dev.sotto.bot.version.Bots;
import dev.sotto.config.LimitsConfig;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.engine.EngineSettings;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Metrics;
import dev.sotto.time.Timers;
import dev.sotto.voice.LateVoices;
import dev.sotto.voice.LineOnlooker;
import dev.sotto.voice.LocalVoices;
import dev.sotto.voice.SpeechEngines;
import dev.sotto.voice.VoicelessException;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Brings voices to a server that is up already, aside: who writes does not wait for who speaks. Safe for any thread.
 */
final class SpeechStart {

    private static final EventLog LOG = EventLog.of(Component.SPEECH);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final LimitsConfig.Voice limits;
    private final Timers timers;
    private final Metrics metrics;
    private final LateVoices voices;
    private final LineOnlooker onlooker;
    private Future<?> ears = Future.succeededFuture();
    private volatile Optional<Running> running = Optional.empty();
    private volatile Optional<LocalVoices> local = Optional.empty();

    private record Running(SpeechEngines engines, EngineAdapter listening, EngineAdapter speaking) {

        void close() {
            boolean heardOut = listening.close(LAST_WORDS);
            boolean spokenOut = speaking.close(LAST_WORDS);
            if (heardOut && spokenOut) {
                engines.close();
            }
        }
    }

    SpeechStart(LimitsConfig.Voice limits, Timers timers, Metrics metrics, LateVoices voices, LineOnlooker onlooker) {
        this.limits = limits;
        this.timers = timers;
        this.metrics = metrics;
        this.voices = voices;
        this.onlooker = onlooker;
    }

    /**
     * Begins.
     *
     * @return why there is no voice, or none for any bot; nothing once those bots that can be spoken to can be
     */
    Future<Optional<VoicelessException.Reason>> begin(Provisions.Speech speech, Bots bots) {
        return Aside.run("sotto-speech", speech::open)
                .compose(engines -> prepare(engines, bots))
                .otherwise(fault -> Optional.of(reason(fault)));
    }

    /** Makes the ears of bots that have changed. */
    void refresh(Bots bots) {
        local.ifPresent(voiced -> voiced.prepare(bots.versions()).onComplete(done -> {}));
    }

    /** Ends everything. Blocking. */
    void close() {
        running.ifPresent(Running::close);
    }

    private Future<Optional<VoicelessException.Reason>> prepare(SpeechEngines engines, Bots bots) {
        int threads = Math.max(2, 2 * Runtime.getRuntime().availableProcessors());
        EngineAdapter listening =
                new EngineAdapter(EngineSettings.listening(threads, limits.listening()), timers, metrics);
        EngineAdapter speaking =
                new EngineAdapter(EngineSettings.speaking(threads, limits.speaking()), timers, metrics);
        running = Optional.of(new Running(engines, listening, speaking));
        LocalVoices voiced = new LocalVoices(
                engines, listening, speaking, timers, metrics, limits.lines(), onlooker, this::afterOthers);
        local = Optional.of(voiced);
        voices.arrived(voiced);
        return voiced.prepare(bots.versions()).onSuccess(whyNone -> {
            if (whyNone.isEmpty()) {
                LOG.info(Event.VOICE_READY);
            }
        });
    }

    private synchronized <T> Future<T> afterOthers(Callable<T> work) {
        Future<T> next = ears.transform(done -> Aside.run("sotto-ears", work));
        ears = next;
        return next;
    }

    private static VoicelessException.Reason reason(Throwable fault) {
        VoicelessException.Reason reason = VoicelessException.reasonOf(fault);
        if (fault instanceof VoicelessException) {
            LOG.warn(Event.VOICE_UNAVAILABLE, Field.reason(reason));
        } else {
            LOG.fault(Event.VOICE_FAILED, fault);
        }
        return reason;
    }
}

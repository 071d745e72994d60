package dev.sotto.voice;

import dev.sotto.bot.Bot;
import dev.sotto.bot.version.BotVersion;
import dev.sotto.bot.version.CompiledLocale;
import dev.sotto.bot.version.VersionId;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.refusal.RefusedException;
import dev.sotto.session.Admission;
import dev.sotto.speech.AudioFormat;
import dev.sotto.time.Timers;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * The voices and ears of this machine, and how many people may use them at a time. An ear is made ready aside, for it may
 * take seconds; until then people write. Safe for any thread.
 */
public final class LocalVoices implements Voices {

    /** Ears that are held ready; those of bots that were spoken to least lately go. */
    static final int MOST_EARS = 256;

    /** How long after a failure that may pass another attempt is made, when somebody wants to speak. */
    static final Duration ANOTHER_ATTEMPT = Duration.ofMinutes(1);

    private static final EventLog LOG = EventLog.of(Component.SPEECH);

    private final SpeechEngines engines;
    private final EngineAdapter listening;
    private final EngineAdapter speaking;
    private final Timers timers;
    private final Metrics metrics;
    private final IntSupplier most;
    private final LineOnlooker onlooker;
    private final Aside aside;
    private final AtomicInteger lines = new AtomicInteger();
    private volatile List<Bot> active = List.of();
    private final Map<Key, Attempt> bots = new LinkedHashMap<>(16, 0.75f, true);

    /** A bot as it is heard. */
    private record Key(VersionId version, Locale locale) {}

    /** Does one thing after the other on a thread of its own. */
    @FunctionalInterface
    public interface Aside {

        /** Begins when all else is done that came before. */
        <T> Future<T> run(Callable<T> work);
    }

    /**
     * @param listening runs ears
     * @param speaking runs voices
     * @param most lines at a time; 0: as many as the engines find that the machine carries
     * @param onlooker sees what is decided on every line
     * @param aside makes one ear after the other
     */
    public LocalVoices(
            SpeechEngines engines,
            EngineAdapter listening,
            EngineAdapter speaking,
            Timers timers,
            Metrics metrics,
            int most,
            LineOnlooker onlooker,
            Aside aside) {
        this.engines = engines;
        this.listening = listening;
        this.speaking = speaking;
        this.timers = timers;
        this.metrics = metrics;
        this.most = most == 0 ? engines::lines : () -> most;
        this.onlooker = onlooker;
        this.aside = aside;
        metrics.bound(Bound.LINES, this.most::getAsInt, lines::get);
    }

    /**
     * Makes the ears of bots ready, and after that has them speak ahead what they always say.
     *
     * @param versions all that can be talked to now
     * @return completes when all ears are ready, or cannot be: with why, if there are bots and none of them can be spoken to
     */
    public Future<Optional<VoicelessException.Reason>> prepare(Collection<BotVersion> versions) {
        active = versions.stream()
                .flatMap(version -> version.locales().values().stream())
                .map(CompiledLocale::bot)
                .toList();
        Future<Optional<VoicelessException.Reason>> ready = earsOf(versions);
        ready.onSuccess(done -> rehearse(versions));
        return ready;
    }

    private void rehearse(Collection<BotVersion> versions) {
        for (BotVersion version : versions) {
            for (CompiledLocale locale : version.locales().values()) {
                speech(version.id(), locale).onSuccess(speech -> rehearse(locale, speech));
            }
        }
        aside.run(() -> {
                    engines.makeRoom(active);
                    return active;
                })
                .onFailure(fault -> LOG.fault(Event.VOICE_FAILED, fault));
    }

    private void rehearse(CompiledLocale locale, BotSpeech speech) {
        aside.run(() -> {
                    speech.rehearse();
                    return speech;
                })
                .onFailure(fault -> LOG.debug(
                        Event.VOICE_UNAVAILABLE, Field.bot(locale.bot().name())));
    }

    private Future<Optional<VoicelessException.Reason>> earsOf(Collection<BotVersion> versions) {
        List<Future<BotSpeech>> all = versions.stream()
                .flatMap(version -> version.locales().values().stream().map(locale -> speech(version.id(), locale)))
                .toList();
        return Future.join(all).transform(done -> Future.succeededFuture(whyNone(all)));
    }

    private static Optional<VoicelessException.Reason> whyNone(List<Future<BotSpeech>> all) {
        return all.stream().anyMatch(Future::succeeded)
                ? Optional.empty()
                : all.stream()
                        .map(failed -> VoicelessException.reasonOf(failed.cause()))
                        .findFirst();
    }

    @Override
    public Optional<Refusal> whyNot(Admission admission) {
        boolean ready = speech(admission.version(), admission.compiled()).succeeded();
        return ready ? Optional.empty() : Optional.of(Refusal.of(RefusalCode.VOICE_UNAVAILABLE));
    }

    @Override
    public Seat seat(Admission admission, AudioFormat speak) {
        Future<BotSpeech> made = speech(admission.version(), admission.compiled());
        if (!made.succeeded()) {
            throw new RefusedException(RefusalCode.VOICE_UNAVAILABLE);
        }
        BotSpeech speech = made.result();
        if (lines.incrementAndGet() > most.getAsInt()) {
            lines.decrementAndGet();
            metrics.boundReached(Bound.LINES);
            throw new RefusedException(RefusalCode.BUSY_SPEECH);
        }
        return new Taken(new LineParts(
                admission.compiled().bot(),
                speech.ear(),
                engines.detector(),
                listening,
                speech.voice(speak),
                speaking,
                timers,
                onlooker));
    }

    private Future<BotSpeech> speech(VersionId version, CompiledLocale bot) {
        synchronized (bots) {
            Key key = new Key(version, bot.bot().locale());
            Attempt attempt = bots.get(key);
            if (attempt == null) {
                attempt = attempt(bot);
                bots.put(key, attempt);
                forgetOldest();
            } else if (attempt.isOver()) {
                attempt = attempt(bot);
                attempt.speech().onSuccess(speech -> rehearse(bot, speech));
                bots.put(key, attempt);
            }
            return attempt.speech();
        }
    }

    private Attempt attempt(CompiledLocale bot) {
        AtomicLong failed = new AtomicLong(timers.nanos());
        return new Attempt(
                aside.run(() -> engines.speech(bot.bot(), bot.trainingSet())).onFailure(fault -> {
                    failed.set(timers.nanos());
                    tell(bot, fault);
                }),
                failed);
    }

    /** What came of making a bot's speech. */
    private final class Attempt {

        private final Future<BotSpeech> speech;
        private final AtomicLong failed;

        /**
         * @param failed when it failed, if it did; before that, when it began
         */
        Attempt(Future<BotSpeech> speech, AtomicLong failed) {
            this.speech = speech;
            this.failed = failed;
        }

        Future<BotSpeech> speech() {
            return speech;
        }

        /** Returns whether another one may come to something: a full disk is cleared, a bot's language stays. */
        boolean isOver() {
            return speech.failed()
                    && !(speech.cause() instanceof VoicelessException voiceless
                            && voiceless.reason().isLasting())
                    && timers.nanos() - failed.get() >= ANOTHER_ATTEMPT.toNanos();
        }
    }

    private static void tell(CompiledLocale bot, Throwable fault) {
        if (fault instanceof VoicelessException voiceless) {
            LOG.warn(
                    Event.VOICE_UNAVAILABLE,
                    Field.bot(bot.bot().name()),
                    Field.locale(bot.bot().locale()),
                    Field.reason(voiceless.reason()));
        } else {
            LOG.fault(Event.VOICE_FAILED, fault, Field.bot(bot.bot().name()));
        }
    }

    private void forgetOldest() {
        if (bots.size() > MOST_EARS) {
            bots.remove(bots.keySet().iterator().next());
        }
    }

    private final class Taken implements Seat {

        private final LineParts parts;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        Taken(LineParts parts) {
            this.parts = parts;
        }

        @Override
        public LineParts parts() {
            return parts;
        }

        @Override
        public void close() {
            if (taken.compareAndSet(true, false)) {
                lines.decrementAndGet();
            }
        }
    }
}

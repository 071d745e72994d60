package dev.sotto.metrics;

import dev.sotto.bot.BotName;
import dev.sotto.nlu.IntentName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** All counters, gauges and timers of one server. Safe for any thread, cheap enough for event loops. */
public final class Metrics {

    /** Series of turns, or of codes, that are kept apart; what comes after is counted as {@code other}. */
    static final int MAX_SERIES = 4096;

    private static final String OTHER = "other";
    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,40}(?:\\.[a-z0-9_]{1,40}){0,4}");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(4),
        Duration.ofMillis(8),
        Duration.ofMillis(15),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<TurnKey, Counter> turns = new ConcurrentHashMap<>();
    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();
    private final Map<String, Counter> hooks = new ConcurrentHashMap<>();
    private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
    private final Counter tokens = counter("sotto.tokens.issued", "Tokens issued");
    private final Counter opened = counter("sotto.sessions.opened", "Sessions opened");
    private final Counter faults = counter("sotto.faults", "Faults, each logged with its number");
    private final ProcessMetrics process = new ProcessMetrics(registry);

    public Metrics() {
        for (Stage stage : Stage.values()) {
            stages.put(
                    stage,
                    Timer.builder("sotto.turn.duration")
                            .description("Time that a stage of a turn took")
                            .tag("stage", stage.word)
                            .serviceLevelObjectives(BUCKETS)
                            .register(registry));
        }
    }

    /**
     * Counts a turn.
     *
     * @param intent the intent that the turn was about; only one of the bot's definition
     */
    public void turn(BotName bot, Optional<IntentName> intent, TurnOutcome outcome) {
        TurnKey key = new TurnKey(bot.value(), intent.map(IntentName::value).orElse("none"), outcome);
        Counter counter = turns.get(key);
        if (counter == null) {
            TurnKey bounded = turns.size() < MAX_SERIES ? key : new TurnKey(OTHER, OTHER, outcome);
            counter = turns.computeIfAbsent(bounded, this::turnCounter);
        }
        counter.increment();
    }

    /** Records how long a stage of a turn took. */
    public void took(Stage stage, Duration duration) {
        Objects.requireNonNull(stages.get(stage)).record(duration);
    }

    /** Counts a refusal by its stable code, whoever was refused and whatever for. */
    public void refused(String code) {
        coded(refusals, "sotto.refusals", "code", "Refusals by code", code);
    }

    /** Counts a call to a hook by how it went. */
    public void hookCalled(Enum<?> outcome) {
        coded(
                hooks,
                "sotto.hook.calls",
                "outcome",
                "Calls to hooks",
                outcome.name().toLowerCase(Locale.ROOT));
    }

    /** Counts a token issued. */
    public void tokenIssued() {
        tokens.increment();
    }

    /** Counts a session opened. */
    public void sessionOpened() {
        opened.increment();
    }

    /** Counts a fault. */
    public void fault() {
        faults.increment();
    }

    /**
     * Shows a bound of the whole server: its limit and how much of it is taken.
     *
     * @param depth read at each scrape, from any thread
     */
    public void bound(Bound bound, long limit, LongSupplier depth) {
        bound(bound, () -> limit, depth);
    }

    /**
     * Shows a bound whose limit may change, and how much of it is taken.
     *
     * @param limit read at each scrape, from any thread, as {@code depth} is
     */
    public void bound(Bound bound, LongSupplier limit, LongSupplier depth) {
        gauge("sotto.bound.limit", "bound", bound.key(), "The most that a bound allows", limit::getAsLong);
        gauge("sotto.bound.used", "bound", bound.key(), "How much of a bound is taken", depth::getAsLong);
    }

    /** Shows the limit of a bound that each session or connection has for itself. */
    public void boundLimit(Bound bound, long limit) {
        gauge("sotto.bound.limit", "bound", bound.key(), "The most that a bound allows", () -> limit);
    }

    /** Counts that a bound was reached. */
    public void boundReached(Bound bound) {
        registry.counter("sotto.bound.reached", "bound", bound.key()).increment();
    }

    /** Records that dead memory was overwritten, and how long that took. */
    public void heapSwept(Duration duration) {
        registry.timer("sotto.heap.sweeps").record(duration);
    }

    /** Shows how long the served certificate is still valid; negative once it is not. Read at each scrape. */
    public void certificateExpiry(LongSupplier seconds) {
        Gauge.builder("sotto.certificate.expires.seconds", seconds::getAsLong)
                .description("Seconds until the served certificate expires")
                .register(registry);
    }

    /** Returns everything in Prometheus's text format 0.0.4. Reads all gauges; some milliseconds. */
    public String scrape() {
        process.registerOnce();
        return registry.scrape();
    }

    private Counter turnCounter(TurnKey key) {
        return Counter.builder("sotto.turns")
                .description("Turns by bot, intent and outcome")
                .tags("bot", key.bot, "intent", key.intent, "outcome", key.outcome.word)
                .register(registry);
    }

    private void coded(Map<String, Counter> counters, String name, String label, String help, String code) {
        Counter counter = counters.get(code);
        if (counter == null) {
            boolean known = counters.size() < MAX_SERIES && CODE.matcher(code).matches();
            counter = counters.computeIfAbsent(
                    known ? code : OTHER,
                    value -> Counter.builder(name)
                            .description(help)
                            .tag(label, value)
                            .register(registry));
        }
        counter.increment();
    }

    private Counter counter(String name, String help) {
        return Counter.builder(name).description(help).register(registry);
    }

    private void gauge(String name, String label, String value, String help, DoubleSupplier read) {
        Gauge.builder(name, read::getAsDouble)
                .description(help)
                .tag(label, value)
                .register(registry);
    }

    private record TurnKey(String bot, String intent, TurnOutcome outcome) {}
}

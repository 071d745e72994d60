package dev.sotto.session;

import dev.sotto.access.RateLimits;
import dev.sotto.audit.AuditSink;
import dev.sotto.audit.Pseudonyms;
import dev.sotto.bot.BotName;
import dev.sotto.bot.version.BotLease;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.metrics.Metrics;
import dev.sotto.retention.RetentionGate;
import dev.sotto.time.Timers;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all sessions share.
 *
 * @param bots resolves an alias to the version it points at now
 * @param nlu runs understanding
 * @param hooks calls the operator's services
 * @param retention is offered every turn
 * @param rates limits inputs by session
 * @param loops gives the event loop of whoever calls, or a new one; see {@link EventLoops}
 * @param onlooker sees every step
 */
public record Surroundings(
        Function<BotName, Optional<BotLease>> bots,
        EngineAdapter nlu,
        HookCaller hooks,
        RetentionGate retention,
        RateLimits rates,
        AuditSink audit,
        Pseudonyms pseudonyms,
        Metrics metrics,
        Timers timers,
        Supplier<Executor> loops,
        Onlooker onlooker) {}

package dev.sotto.bot.version;

import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.AuditSink;
import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.yaml.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bots of a server. Each name that people ask for points at one version and is moved, in one step, to another one.
 * What is broken leaves the old version serving. Resolving is safe for any thread and never waits; loading blocks and is
 * done by one thread at a time.
 */
public final class Bots implements AutoCloseable {

    private static final EventLog LOG = EventLog.of(Component.BOTS);
    private static final int MAX_LOGGED_PROBLEMS = 20;

    private final BotDirectory directory;
    private final Supply supply;
    private final AuditSink audit;
    private final ReentrantLock loading = new ReentrantLock();

    private volatile Map<BotName, Served> aliases = Map.of();
    private volatile List<Problem> problems = List.of();
    private BotDirectory.Contents contents;

    private Bots(BotDirectory directory, Supply supply, AuditSink audit) {
        this.directory = directory;
        this.supply = supply;
        this.audit = audit;
        this.contents = directory.read();
    }

    /**
     * Loads all bots of a directory, and serves what stands there.
     *
     * @throws NoUsableBotException if not one of them can be used
     * @throws EngineUnavailableException if an engine cannot be used on this machine and nothing may stand in for it
     */
    public static Bots load(BotDirectory directory, BotCompiler compiler, AuditSink audit) {
        return load(new Bots(directory, new DirectorySupply(compiler), audit));
    }

    /**
     * Loads all bots of a directory, keeps each version that may serve, and serves what aliases stand for.
     *
     * @throws NoUsableBotException if not one of them can be used
     * @throws EngineUnavailableException if an engine cannot be used on this machine and nothing may stand in for it
     */
    public static Bots load(
            BotDirectory directory, BotCompiler compiler, VersionStore store, Gate gate, AuditSink audit) {
        return load(new Bots(directory, new StoredSupply(store, compiler, gate), audit));
    }

    private static Bots load(Bots bots) {
        bots.realias();
        if (bots.aliases.isEmpty()) {
            throw new NoUsableBotException(bots.directory.shown(), bots.problems);
        }
        return bots;
    }

    /** Returns a lease on the version that the alias of that name points at now, if there is such a bot. */
    public Optional<BotLease> resolve(BotName name) {
        while (true) {
            Served served = aliases.get(name);
            if (served == null) {
                return Optional.empty();
            }
            Optional<BotLease> lease = served.lease().version().lease(served.alias());
            if (lease.isPresent()) {
                return lease;
            }
            Thread.onSpinWait();
        }
    }

    /** Returns the bots that can be talked to under their own name, in order, each in the first of its locales. */
    public List<Bot> list() {
        return live().map(version -> version.main().bot()).toList();
    }

    /** Returns the same bots in each of their locales, the first of which they speak when none is asked for. */
    public List<List<Bot>> inLocales() {
        return live().map(version -> version.locales().values().stream()
                        .map(CompiledLocale::bot)
                        .toList())
                .toList();
    }

    /** Returns the versions that can be talked to now, under whatever name. */
    public List<BotVersion> versions() {
        return aliases.values().stream()
                .map(served -> served.lease().version())
                .distinct()
                .toList();
    }

    private Stream<BotVersion> live() {
        return aliases.values().stream()
                .filter(served -> served.alias().equals(AliasName.LIVE))
                .map(served -> served.lease().version());
    }

    /** Returns what was wrong when the files were last read. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Reads the directory anew and moves the aliases of those bots that changed. Blocks, for seconds if something has to
     * be trained.
     *
     * @return what is wrong; those bots keep the version they had
     */
    public List<Problem> reload() {
        loading.lock();
        try {
            contents = directory.read();
            return realias();
        } finally {
            loading.unlock();
        }
    }

    /**
     * Looks anew which versions aliases stand for; the directory itself is as it was read last. Blocks.
     *
     * @return what is wrong
     */
    public List<Problem> realias() {
        loading.lock();
        try {
            List<Problem> found = new ArrayList<>(contents.problems());
            move(supply.next(contents, aliases, found));
            problems = List.copyOf(found);
            problems.stream()
                    .limit(MAX_LOGGED_PROBLEMS)
                    .forEach(problem -> LOG.warn(Event.BOT_REFUSED, Field.problem(problem)));
            return problems;
        } finally {
            loading.unlock();
        }
    }

    private void move(Map<BotName, Served> next) {
        Map<BotName, Served> before = aliases;
        aliases = Collections.unmodifiableMap(next);
        next.forEach((name, served) -> tellOfMove(before.get(name), served));
        before.forEach((name, served) -> {
            Served now = next.get(name);
            if (now == null) {
                LOG.info(Event.BOT_REMOVED, Field.bot(name));
            }
            if (now == null || now.lease() != served.lease()) {
                served.lease().close();
            }
        });
    }

    private void tellOfMove(@Nullable Served before, Served now) {
        BotVersion version = now.lease().version();
        String to = version.id().value();
        String alias = now.alias().value();
        if (before == null) {
            LOG.info(Event.BOT_LOADED, Field.bot(version.name()), Field.alias(alias), Field.version(to));
            return;
        }
        String from = before.lease().version().id().value();
        if (!from.equals(to)) {
            audit.record(new AuditEvent.AliasMoved(version.name(), alias, from, to));
        }
    }

    /** Lets go of all versions. Conversations that hold one keep it until they end; no new one can begin. */
    @Override
    public void close() {
        loading.lock();
        try {
            Map<BotName, Served> before = aliases;
            aliases = Map.of();
            before.values().forEach(served -> served.lease().close());
        } finally {
            loading.unlock();
        }
    }
}

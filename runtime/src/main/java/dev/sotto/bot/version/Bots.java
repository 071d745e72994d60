package dev.sotto.bot.version;

import dev.sotto.audit.AuditEvent;
import dev.sotto.audit.AuditSink;
import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.FaultId;
import dev.sotto.log.Field;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bots of a server. Each name is an alias ({@code live}) that points at one version and is moved, in one step, to a
 * newly compiled one when the files have changed. What is broken leaves the old version serving. Resolving is safe for
 * any thread and never waits; loading blocks and is done by one thread at a time.
 */
public final class Bots implements AutoCloseable {

    private static final EventLog LOG = EventLog.of(Component.BOTS);
    private static final int MAX_LOGGED_PROBLEMS = 20;

    private final BotDirectory directory;
    private final BotCompiler compiler;
    private final AuditSink audit;
    private final ReentrantLock loading = new ReentrantLock();

    private volatile Map<BotName, BotLease> aliases = Map.of();
    private volatile List<Problem> problems = List.of();

    private Bots(BotDirectory directory, BotCompiler compiler, AuditSink audit) {
        this.directory = directory;
        this.compiler = compiler;
        this.audit = audit;
    }

    /**
     * Loads all bots of a directory.
     *
     * @throws NoUsableBotException if not one of them can be used
     * @throws EngineUnavailableException if an engine cannot be used on this machine and nothing may stand in for it
     */
    public static Bots load(BotDirectory directory, BotCompiler compiler, AuditSink audit) {
        Bots bots = new Bots(directory, compiler, audit);
        bots.reload();
        if (bots.aliases.isEmpty()) {
            throw new NoUsableBotException(directory.shown(), bots.problems);
        }
        return bots;
    }

    /** Returns a lease on the version that the alias of that name points at now, if there is such a bot. */
    public Optional<BotLease> resolve(BotName name) {
        while (true) {
            BotLease alias = aliases.get(name);
            if (alias == null) {
                return Optional.empty();
            }
            Optional<BotLease> lease = alias.version().lease();
            if (lease.isPresent()) {
                return lease;
            }
            Thread.onSpinWait();
        }
    }

    /** Returns the bots that can be talked to, by name. */
    public List<Bot> list() {
        return aliases.values().stream()
                .map(alias -> alias.version().main().bot())
                .toList();
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
            BotDirectory.Contents contents = directory.read();
            List<Problem> found = new ArrayList<>(contents.problems());
            Map<BotName, BotLease> next = new TreeMap<>();
            for (BotDirectory.ReadBot read : contents.bots()) {
                serving(read, found).ifPresent(lease -> next.put(lease.version().name(), lease));
            }
            for (Map.Entry<BotName, BotLease> alias : aliases.entrySet()) {
                if (contents.isBroken(alias.getKey())) {
                    next.putIfAbsent(alias.getKey(), alias.getValue());
                }
            }
            move(next);
            problems = List.copyOf(found);
            problems.stream()
                    .limit(MAX_LOGGED_PROBLEMS)
                    .forEach(problem -> LOG.warn(Event.BOT_REFUSED, Field.problem(problem)));
            return problems;
        } finally {
            loading.unlock();
        }
    }

    /** Returns what is to serve a bot from now on: the version at hand if nothing changed, or a new one. */
    private Optional<BotLease> serving(BotDirectory.ReadBot read, List<Problem> found) {
        Optional<BotLease> current = Optional.ofNullable(aliases.get(read.bot().name()));
        try {
            VersionId id = compiler.idOf(read.bot(), read.source());
            if (current.isPresent() && current.get().version().id().equals(id)) {
                return current;
            }
            return Optional.of(compiler.compile(read.bot(), read.source()).lease());
        } catch (EngineUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            FaultId fault =
                    LOG.fault(Event.ENGINE_FAILED, e, Field.bot(read.bot().name()));
            String what = "a bot that could not be compiled (fault " + fault + " in the log)";
            found.add(new Problem(
                    Position.startOf(read.source().shown()),
                    "bot.uncompilable",
                    what,
                    "a bot that its engine can learn",
                    Optional.empty()));
            return current;
        }
    }

    private void move(Map<BotName, BotLease> next) {
        Map<BotName, BotLease> before = aliases;
        aliases = Collections.unmodifiableMap(next);
        next.forEach((name, lease) -> tellOfMove(name, before.get(name), lease));
        before.forEach((name, lease) -> {
            BotLease now = next.get(name);
            if (now == null) {
                LOG.info(Event.BOT_REMOVED, Field.bot(name));
            }
            if (now == null || !now.version().id().equals(lease.version().id())) {
                lease.close();
            }
        });
    }

    private void tellOfMove(BotName name, @Nullable BotLease before, BotLease now) {
        String to = now.version().id().value();
        if (before == null) {
            LOG.info(Event.BOT_LOADED, Field.bot(name), Field.version(to));
        } else if (!before.version().id().value().equals(to)) {
            audit.record(new AuditEvent.AliasMoved(name, before.version().id().value(), to));
        }
    }

    /** Lets go of all versions. Conversations that hold one keep it until they end; no new one can begin. */
    @Override
    public void close() {
        loading.lock();
        try {
            Map<BotName, BotLease> before = aliases;
            aliases = Map.of();
            before.values().forEach(BotLease::close);
        } finally {
            loading.unlock();
        }
    }
}

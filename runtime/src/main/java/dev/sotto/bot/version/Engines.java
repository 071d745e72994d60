package dev.sotto.bot.version;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.UnderstandingEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The understanding engines by name, each opened when a bot first asks for it. Where one cannot be opened, because its
 * native library does not load on this machine, another stands in for it and the log says so. Safe for any thread.
 */
public final class Engines implements AutoCloseable {

    private static final EventLog LOG = EventLog.of(Component.UNDERSTANDING);

    private final Map<String, Supplier<UnderstandingEngine>> makers;
    private final String standIn;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, UnderstandingEngine> open = new LinkedHashMap<>();
    private final Set<String> missing = new TreeSet<>();

    /**
     * Takes the ways to open each engine.
     *
     * @param makers by the name that a bot file writes
     * @param standIn the engine that needs nothing but Java, used where another cannot be opened
     */
    public Engines(Map<String, Supplier<UnderstandingEngine>> makers, String standIn) {
        this.makers = Map.copyOf(makers);
        this.standIn = standIn;
        if (!makers.containsKey(standIn)) {
            throw new IllegalArgumentException("no engine called " + standIn);
        }
    }

    /**
     * Returns the engine of that name or the one that stands in for it. Blocks while it is being opened.
     *
     * @throws RuntimeException if not even the one that stands in can be opened
     */
    public UnderstandingEngine engine(String name) {
        lock.lock();
        try {
            UnderstandingEngine engine = open.get(missing.contains(name) ? standIn : name);
            return engine != null ? engine : opened(name);
        } finally {
            lock.unlock();
        }
    }

    /** Returns the engines that could not be opened. */
    public Set<String> missing() {
        lock.lock();
        try {
            return Set.copyOf(missing);
        } finally {
            lock.unlock();
        }
    }

    private UnderstandingEngine opened(String name) {
        Supplier<UnderstandingEngine> maker = makers.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no engine called " + name);
        }
        try {
            UnderstandingEngine engine = maker.get();
            open.put(name, engine);
            return engine;
        } catch (RuntimeException | LinkageError e) {
            if (name.equals(standIn)) {
                throw e;
            }
            LOG.fault(Event.ENGINE_FALLBACK, e, Field.engine(name));
            missing.add(name);
            return engine(standIn);
        }
    }

    /** Closes the engines. Every version must have been given back. */
    @Override
    public void close() {
        lock.lock();
        try {
            open.values().forEach(UnderstandingEngine::close);
            open.clear();
        } finally {
            lock.unlock();
        }
    }
}

package dev.sotto.bot.version;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.nlu.embedding.EmbeddingEngine;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.nlu.embedding.EncoderUnavailableException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The understanding engines by name, each opened when a bot first asks for it. Safe for any thread. */
public final class Engines implements AutoCloseable {

    private static final EventLog LOG = EventLog.of(Component.UNDERSTANDING);

    private final Map<String, Supplier<UnderstandingEngine>> makers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, UnderstandingEngine> open = new LinkedHashMap<>();

    /**
     * Takes the ways to open each engine.
     *
     * @param makers by the name that a bot file writes
     */
    public Engines(Map<String, Supplier<UnderstandingEngine>> makers) {
        this.makers = Map.copyOf(makers);
    }

    /** Returns the engines of this installation. Where the encoder does not load, pure Java understands in its place. */
    public static Engines installed(EncoderSource encoder) {
        return new Engines(Map.of("embedding", () -> embedding(encoder)));
    }

    private static EmbeddingEngine embedding(EncoderSource encoder) {
        try {
            return EmbeddingEngine.open(encoder);
        } catch (EncoderUnavailableException e) {
            LOG.fault(Event.ENGINE_FALLBACK, e, Field.engine("embedding"), Field.reason(e.reason()));
            return EmbeddingEngine.withoutEncoder(e.reason().name());
        }
    }

    /**
     * Returns the engine of that name. Blocks while it is being opened.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public UnderstandingEngine engine(String name) {
        lock.lock();
        try {
            UnderstandingEngine engine = open.get(name);
            if (engine == null) {
                Supplier<UnderstandingEngine> maker = makers.get(name);
                if (maker == null) {
                    throw new IllegalArgumentException("no engine called " + name);
                }
                engine = maker.get();
                open.put(name, engine);
            }
            return engine;
        } finally {
            lock.unlock();
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

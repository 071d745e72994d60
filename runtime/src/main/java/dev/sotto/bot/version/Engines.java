package dev.sotto.bot.version;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.UnderstandingEngine;
import dev.sotto.nlu.embedding.EmbeddingEngine;
import dev.sotto.nlu.embedding.EncoderSource;
import dev.sotto.nlu.embedding.EncoderUnavailableException;
import dev.sotto.nlu.opennlp.OpenNlpEngine;
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

    /** Which engines bots get. */
    public enum Use {
        /** What each bot asks for. Where the encoder does not load, pure Java understands in its place. */
        AS_ASKED,
        /** What each bot asks for; an encoder that does not load is a fault. */
        ENCODER_OR_NONE,
        /** Pure Java for every bot, whatever it asks for. */
        PURE_JAVA
    }

    /** Returns the engines of an installation. */
    public static Engines installed(EncoderSource encoder, Use use) {
        Supplier<UnderstandingEngine> embedding =
                use == Use.PURE_JAVA ? OpenNlpEngine::new : () -> embedding(encoder, use);
        return new Engines(Map.of("embedding", embedding, "opennlp", OpenNlpEngine::new));
    }

    private static EmbeddingEngine embedding(EncoderSource encoder, Use use) {
        try {
            return EmbeddingEngine.open(encoder);
        } catch (EncoderUnavailableException e) {
            if (use == Use.ENCODER_OR_NONE) {
                throw new EngineUnavailableException("embedding", e);
            }
            LOG.fault(Event.ENGINE_FALLBACK, e, Field.engine("embedding"), Field.reason(e.reason()));
            return EmbeddingEngine.withoutEncoder(e.reason().name());
        }
    }

    /**
     * Returns the engine of that name. Blocks while it is being opened.
     *
     * @throws IllegalArgumentException if there is none of that name
     * @throws EngineUnavailableException if it cannot be used on this machine and nothing may stand in for it
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

    /**
     * Returns whether something else understands in place of the engine of that name, and less well than its bots were
     * written for.
     */
    boolean standsIn(String name) {
        UnderstandingEngine engine = engine(name);
        return !engine.name().equals(name)
                || (engine instanceof EmbeddingEngine embedding
                        && embedding.encoder().isEmpty());
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

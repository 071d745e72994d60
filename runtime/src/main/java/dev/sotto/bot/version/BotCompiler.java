package dev.sotto.bot.version;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.UnderstandingEngine;
import java.util.Optional;

/** Makes versions of bots: trains a model, or takes it from the cache. Blocking; safe for any thread. */
public final class BotCompiler {

    private static final EventLog LOG = EventLog.of(Component.BOTS);

    private final Engines engines;
    private final ModelCache cache;

    public BotCompiler(Engines engines, ModelCache cache) {
        this.engines = engines;
        this.cache = cache;
    }

    /** Where the model of a version came from. */
    public enum Origin {
        /** It was in the cache. */
        CACHED,
        /** It was not there yet. */
        TRAINED,
        /** What was in the cache was damaged. */
        TRAINED_ANEW
    }

    /**
     * A version just made.
     *
     * @param lease the first hold on it
     */
    public record Compiled(BotLease lease, Origin origin) {}

    /** Returns the version that a source would become. */
    public VersionId idOf(Bot bot, SourceFile source) {
        return VersionId.of(source, engines.engine(bot.engine()));
    }

    /** Returns whether another engine than its own stands in for a bot's. */
    boolean standsIn(Bot bot) {
        return engines.standsIn(bot.engine());
    }

    /**
     * Makes a version. Takes seconds of CPU if it has to be trained.
     *
     * @param source what the bot was read from
     */
    public Compiled compile(Bot bot, SourceFile source) {
        UnderstandingEngine engine = engines.engine(bot.engine());
        VersionId id = VersionId.of(source, engine);
        TrainingSet set = TrainingSets.of(bot);
        Origin origin = Origin.TRAINED;
        try {
            Optional<Interpreter> cached = cache.read(id).map(model -> engine.load(model, set));
            if (cached.isPresent()) {
                return compiled(id, bot, cached.get(), Origin.CACHED);
            }
        } catch (CorruptModelException e) {
            origin = Origin.TRAINED_ANEW;
        }
        return trained(engine, bot, id, set, origin);
    }

    /** Makes a version, trained anew whatever the cache holds. Takes seconds of CPU. */
    public Compiled train(Bot bot, SourceFile source) {
        UnderstandingEngine engine = engines.engine(bot.engine());
        return trained(engine, bot, VersionId.of(source, engine), TrainingSets.of(bot), Origin.TRAINED);
    }

    /** Measures how well a bot understands what it was not taught. Takes a few times as long as training it. */
    public OperatingPoint measure(Bot bot) {
        return OperatingPoint.of(TrainingSets.of(bot), engines.engine(bot.engine()));
    }

    private Compiled trained(UnderstandingEngine engine, Bot bot, VersionId id, TrainingSet set, Origin origin) {
        byte[] model = engine.train(set);
        Interpreter interpreter = engine.load(model, set);
        cache.write(id, model);
        LOG.info(Event.BOT_TRAINED, Field.bot(bot.name()), Field.version(id.value()), Field.reason(origin));
        return compiled(id, bot, interpreter, origin);
    }

    private static Compiled compiled(VersionId id, Bot bot, Interpreter interpreter, Origin origin) {
        return new Compiled(BotVersion.create(id, bot, interpreter), origin);
    }
}

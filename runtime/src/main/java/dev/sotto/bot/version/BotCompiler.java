package dev.sotto.bot.version;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.CorruptModelException;
import dev.sotto.nlu.Interpreter;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.nlu.UnderstandingEngine;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns the version that a bot would become. */
    public VersionId idOf(WrittenBot bot) {
        return VersionId.of(bot.source(), engines.engine(bot.main().engine()));
    }

    /** Returns whether another engine than its own stands in for a bot's. */
    boolean standsIn(Bot bot) {
        return engines.standsIn(bot.engine());
    }

    /** Makes a version. Takes seconds of CPU for each locale that has to be trained. */
    public Compiled compile(WrittenBot bot) {
        return compile(bot, (engine, locale, model) -> cached(engine, locale, model));
    }

    /** Makes a version, trained anew whatever the cache holds. Takes seconds of CPU. */
    public Compiled train(WrittenBot bot) {
        return compile(bot, (engine, locale, model) -> trained(engine, locale, model, Origin.TRAINED));
    }

    /** How the model of a locale is come by. */
    private interface Way {
        Model model(UnderstandingEngine engine, Bot locale, VersionId model);
    }

    private record Model(Interpreter interpreter, Origin origin) {}

    private Compiled compile(WrittenBot bot, Way way) {
        VersionId id = idOf(bot);
        List<CompiledLocale> locales = new ArrayList<>();
        Origin origin = Origin.CACHED;
        try {
            for (Bot locale : bot.locales()) {
                VersionId key = locale.equals(bot.main()) ? id : id.in(locale.locale());
                Model model = way.model(engines.engine(locale.engine()), locale, key);
                locales.add(new CompiledLocale(locale, model.interpreter()));
                origin = origin.compareTo(model.origin()) > 0 ? origin : model.origin();
            }
        } catch (RuntimeException e) {
            locales.forEach(made -> made.interpreter().close());
            throw e;
        }
        return new Compiled(BotVersion.create(id, locales), origin);
    }

    private Model cached(UnderstandingEngine engine, Bot bot, VersionId key) {
        Origin origin = Origin.TRAINED;
        try {
            Optional<Interpreter> cached = cache.read(key).map(model -> engine.load(model, TrainingSets.of(bot)));
            if (cached.isPresent()) {
                return new Model(cached.get(), Origin.CACHED);
            }
        } catch (CorruptModelException e) {
            origin = Origin.TRAINED_ANEW;
        }
        return trained(engine, bot, key, origin);
    }

    /** Measures how well a bot understands what it was not taught. Takes a few times as long as training it. */
    public OperatingPoint measure(Bot bot) {
        return OperatingPoint.of(TrainingSets.of(bot), engines.engine(bot.engine()));
    }

    private Model trained(UnderstandingEngine engine, Bot bot, VersionId key, Origin origin) {
        TrainingSet set = TrainingSets.of(bot);
        byte[] model = engine.train(set);
        Interpreter interpreter = engine.load(model, set);
        cache.write(key, model);
        LOG.info(Event.BOT_TRAINED, Field.bot(bot.name()), Field.version(key.value()), Field.reason(origin));
        return new Model(interpreter, origin);
    }
}

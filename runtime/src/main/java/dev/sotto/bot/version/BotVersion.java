package dev.sotto.bot.version;

import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.nlu.Interpreter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a bot with everything that was compiled from it. Immutable; safe for any thread. What it holds beyond
 * the heap lives until the last lease on it is given back.
 */
public final class BotVersion {

    private final VersionId id;
    private final Map<Locale, CompiledLocale> locales;
    private final CompiledLocale main;
    private final References references;

    private BotVersion(VersionId id, Bot bot, Interpreter model) {
        this.id = id;
        this.references = new References(model::close);
        this.main = new CompiledLocale(bot, new CountedInterpreter(model, references));
        this.locales = Map.of(bot.locale(), main);
    }

    /** Returns a new version, held by the lease that is returned. */
    static BotLease create(VersionId id, Bot bot, Interpreter model) {
        BotVersion version = new BotVersion(id, bot, model);
        return new BotLease(version, AliasName.LIVE, version.references);
    }

    /** Returns what it is known by, in logs and to clients. */
    public VersionId id() {
        return id;
    }

    /** Returns the name of the bot. */
    public BotName name() {
        return main.bot().name();
    }

    /** Returns the bot by locale. */
    public Map<Locale, CompiledLocale> locales() {
        return locales;
    }

    /** Returns the bot in a locale, if it speaks it. */
    public Optional<CompiledLocale> locale(Locale locale) {
        return Optional.ofNullable(locales.get(locale));
    }

    /** Returns the bot in the locale that it speaks when none is asked for. */
    public CompiledLocale main() {
        return main;
    }

    /** Returns a further lease, unless the version was let go already. */
    Optional<BotLease> lease(AliasName alias) {
        return references.retain() ? Optional.of(new BotLease(this, alias, references)) : Optional.empty();
    }
}

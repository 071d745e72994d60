package dev.sotto.bot.version;

import dev.sotto.bot.BotName;
import dev.sotto.nlu.Interpreter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    private BotVersion(VersionId id, List<CompiledLocale> compiled) {
        this.id = id;
        this.references = new References(
                () -> compiled.forEach(locale -> locale.interpreter().close()));
        Map<Locale, CompiledLocale> all = new LinkedHashMap<>();
        for (CompiledLocale locale : compiled) {
            Interpreter counted = new CountedInterpreter(locale.interpreter(), references);
            all.put(locale.bot().locale(), new CompiledLocale(locale.bot(), counted));
        }
        this.locales = Collections.unmodifiableMap(all);
        this.main = all.values().iterator().next();
    }

    /**
     * Returns a new version, held by the lease that is returned.
     *
     * @param locales at least one, the bot's own first; their models are closed with the version
     */
    static BotLease create(VersionId id, List<CompiledLocale> locales) {
        BotVersion version = new BotVersion(id, locales);
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

    /** Returns the bot by locale, its own first. */
    public Map<Locale, CompiledLocale> locales() {
        return locales;
    }

    /** Returns the bot in a locale, or else in the first of the same language, if it speaks that. */
    public Optional<CompiledLocale> locale(Locale locale) {
        return Optional.ofNullable(locales.get(locale))
                .or(() -> locales.entrySet().stream()
                        .filter(spoken -> spoken.getKey().getLanguage().equals(locale.getLanguage()))
                        .map(Map.Entry::getValue)
                        .findFirst());
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

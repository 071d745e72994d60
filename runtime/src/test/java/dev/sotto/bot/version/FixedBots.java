package dev.sotto.bot.version;

import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.nlu.Interpreter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Aliases that a test moves by hand, to versions that were never compiled. Safe for any thread. */
public final class FixedBots {

    private final Map<BotName, BotLease> aliases = new ConcurrentHashMap<>();
    private int versions;

    /** Points the alias of a bot's name at a new version; the one before lives as long as it is held. */
    public VersionId serve(Bot bot, Interpreter interpreter) {
        VersionId id = new VersionId(String.format(Locale.ROOT, "%032x", ++versions));
        BotLease before = aliases.put(bot.name(), BotVersion.create(id, List.of(new CompiledLocale(bot, interpreter))));
        if (before != null) {
            before.close();
        }
        return id;
    }

    /** Returns a lease on what the alias points at. */
    public Optional<BotLease> resolve(BotName name) {
        return Optional.ofNullable(aliases.get(name))
                .flatMap(lease -> lease.version().lease(AliasName.LIVE));
    }
}

package dev.sotto.bot.version;

import dev.sotto.bot.BotName;
import dev.sotto.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Serves what stands in the directory. What is broken leaves the version before it serving. */
final class DirectorySupply implements Supply {

    private final Making making;

    DirectorySupply(BotCompiler compiler) {
        this.making = new Making(compiler);
    }

    @Override
    public Map<BotName, Served> next(BotDirectory.Contents contents, Map<BotName, Served> before, List<Problem> found) {
        Map<BotName, Served> next = new TreeMap<>();
        for (BotDirectory.ReadBot read : contents.bots()) {
            BotName name = read.bot().name();
            serving(read, Optional.ofNullable(before.get(name)), found).ifPresent(served -> next.put(name, served));
        }
        before.forEach((name, served) -> {
            if (contents.isBroken(name)) {
                next.putIfAbsent(name, served);
            }
        });
        return next;
    }

    /** Returns what is to serve a bot: the version at hand if nothing changed, or a new one. */
    private Optional<Served> serving(BotDirectory.ReadBot read, Optional<Served> current, List<Problem> found) {
        VersionId id = making.idOf(read);
        if (current.isPresent() && current.get().wanted().equals(id)) {
            return current;
        }
        return making.make(read, found)
                .map(lease -> new Served(AliasName.LIVE, id, lease))
                .or(() -> current);
    }
}

package dev.sotto.bot.version;

import dev.sotto.bot.Bot;
import dev.sotto.bot.BotName;
import dev.sotto.bot.build.BotFolder;
import dev.sotto.bot.build.BotReader;
import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import dev.sotto.yaml.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Serves the versions that aliases stand for. What is new in the directory is built aside; if it passes its own tests,
 * it is kept and {@code latest} and {@code live} move to it. Nothing else moves an alias here, so one that an operator
 * pointed back stays there until something new is built.
 */
final class StoredSupply implements Supply {

    private static final EventLog LOG = EventLog.of(Component.BOTS);

    private final VersionStore store;
    private final Making making;
    private final Gate gate;

    StoredSupply(VersionStore store, BotCompiler compiler, Gate gate) {
        this.store = store;
        this.making = new Making(compiler);
        this.gate = gate;
    }

    @Override
    public Map<BotName, Served> next(BotDirectory.Contents contents, Map<BotName, Served> before, List<Problem> found) {
        List<Served> fresh = new ArrayList<>();
        try {
            Set<BotName> names = new TreeSet<>();
            for (BotDirectory.ReadBot read : contents.bots()) {
                build(read, before, found).ifPresent(fresh::add);
                names.add(read.bot().name());
            }
            Stream.concat(store.bots().stream(), before.values().stream().map(StoredSupply::nameOf))
                    .filter(contents::isBroken)
                    .forEach(names::add);
            Map<BotName, Served> next = new TreeMap<>();
            for (BotName name : names) {
                serve(name, names, before, fresh, next, found);
            }
            return next;
        } finally {
            fresh.forEach(served -> served.lease().close());
        }
    }

    private static BotName nameOf(Served served) {
        return served.lease().version().name();
    }

    /** Builds what is new, and lets it serve if it may. */
    private Optional<Served> build(BotDirectory.ReadBot read, Map<BotName, Served> before, List<Problem> found) {
        BotName name = read.bot().name();
        VersionId id = making.idOf(read);
        if (latest(read).filter(id::equals).isPresent()) {
            return Optional.empty();
        }
        Served current = before.get(name);
        if (current != null && current.wanted().equals(id)) {
            pointLatest(name, id);
            return Optional.empty();
        }
        Optional<BotLease> lease = making.make(read, found);
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        List<Problem> against =
                making.standsIn(read) ? List.of() : gate.check(lease.get().version(), read.files());
        if (!against.isEmpty()) {
            found.addAll(against);
            lease.get().close();
            return Optional.empty();
        }
        keep(name, id, read.files());
        return lease.map(held -> new Served(AliasName.LIVE, id, held));
    }

    /** What serves already has passed. */
    private void pointLatest(BotName name, VersionId id) {
        try {
            if (store.folder(name, id).isPresent()) {
                store.point(name, AliasName.LATEST, id);
            }
        } catch (IOException e) {
            LOG.warn(Event.CACHE_UNWRITABLE, Field.bot(name));
        }
    }

    /** Returns what the sources of the latest version would become today. */
    private Optional<VersionId> latest(BotDirectory.ReadBot read) {
        BotName name = read.bot().name();
        return store.alias(name, AliasName.LATEST)
                .flatMap(id -> store.folder(name, id))
                .flatMap(folder -> BotFolder.read(folder, name.value(), new Problems()))
                .map(files -> making.idOf(new BotDirectory.ReadBot(read.bot(), files)));
    }

    private void keep(BotName name, VersionId id, BotFolder files) {
        try {
            store.keep(name, id, files);
            store.point(name, AliasName.LATEST, id);
            store.point(name, AliasName.LIVE, id);
        } catch (IOException e) {
            LOG.warn(Event.CACHE_UNWRITABLE, Field.bot(name));
        }
    }

    /** Finds a version for each alias of a bot. */
    private void serve(
            BotName name,
            Set<BotName> names,
            Map<BotName, Served> before,
            List<Served> fresh,
            Map<BotName, Served> next,
            List<Problem> found) {
        Map<AliasName, VersionId> aliases = new TreeMap<>(store.aliases(name));
        Optional<VersionId> live = fresh.stream()
                .filter(served -> nameOf(served).equals(name))
                .map(Served::wanted)
                .findFirst()
                .or(() -> Optional.ofNullable(aliases.get(AliasName.LIVE)))
                .or(() -> Optional.ofNullable(before.get(name)).map(Served::wanted));
        live.ifPresent(id -> aliases.put(AliasName.LIVE, id));
        aliases.remove(AliasName.LATEST);
        aliases.forEach((alias, id) -> {
            Optional<BotName> asked = askedFor(name, alias, names, found);
            asked.flatMap(asking -> {
                        Optional<Served> current = Optional.ofNullable(before.get(asking));
                        return current.filter(served -> served.wanted().equals(id))
                                .or(() -> find(name, id, List.of(fresh, before.values(), next.values()), found)
                                        .map(lease -> new Served(alias, id, lease)))
                                .or(() -> current);
                    })
                    .ifPresent(served -> next.put(asked.get(), served));
        });
    }

    /** Returns the name by which people ask for an alias of a bot: the bot's own for what is live. */
    private static Optional<BotName> askedFor(BotName name, AliasName alias, Set<BotName> names, List<Problem> found) {
        if (alias.equals(AliasName.LIVE)) {
            return Optional.of(name);
        }
        String asked = name + "-" + alias;
        if (BotName.isValid(asked) && !names.contains(new BotName(asked))) {
            return Optional.of(new BotName(asked));
        }
        String what = "the alias " + alias + ", which would be asked for as " + asked;
        found.add(new Problem(
                Position.startOf(name.value()), "alias.taken", what, "a name that no bot has", Optional.empty()));
        return Optional.empty();
    }

    /** Returns a lease on a version: on one that is held already, or else made of the sources that were kept. */
    private Optional<BotLease> find(BotName name, VersionId id, List<Iterable<Served>> held, List<Problem> found) {
        for (Iterable<Served> some : held) {
            for (Served served : some) {
                if (served.wanted().equals(id) && nameOf(served).equals(name)) {
                    return served.lease().version().lease(served.alias());
                }
            }
        }
        Optional<Path> folder = store.folder(name, id);
        if (folder.isEmpty()) {
            String what = "an alias of version " + id + ", which is not kept";
            found.add(new Problem(
                    Position.startOf(name.value()), "alias.broken", what, "a version that is", Optional.empty()));
            return Optional.empty();
        }
        Problems problems = new Problems();
        Optional<BotFolder> files = BotFolder.read(folder.get(), name + "@" + id, problems);
        Optional<Bot> bot = files.flatMap(read -> BotReader.read(read.bot(), name.value(), problems));
        found.addAll(problems.sorted());
        return bot.flatMap(sound -> making.make(new BotDirectory.ReadBot(sound, files.orElseThrow()), found));
    }
}

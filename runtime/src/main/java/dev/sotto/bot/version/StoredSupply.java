package dev.sotto.bot.version;

import dev.sotto.bot.BotName;
import dev.sotto.bot.build.BotFolder;
import dev.sotto.bot.build.BotReader;
import dev.sotto.bot.build.WrittenBot;
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
import java.util.Collection;
import java.util.HashMap;
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
        return new Round(before, found).next(contents);
    }

    private static BotName nameOf(Served served) {
        return served.lease().version().name();
    }

    /** One look at the directory and the aliases. */
    private final class Round {

        private final Map<BotName, Served> before;
        private final List<Problem> found;
        private final Map<BotName, Served> next = new TreeMap<>();
        private final List<Served> fresh = new ArrayList<>();

        /** Bots whose files are still those of their latest version, by that version. */
        private final Map<VersionId, BotDirectory.ReadBot> atHand = new HashMap<>();

        Round(Map<BotName, Served> before, List<Problem> found) {
            this.before = before;
            this.found = found;
        }

        Map<BotName, Served> next(BotDirectory.Contents contents) {
            try {
                Set<BotName> names = new TreeSet<>();
                for (BotDirectory.ReadBot read : contents.bots()) {
                    build(read);
                    names.add(read.bot().name());
                }
                Stream.concat(store.bots().stream(), before.values().stream().map(StoredSupply::nameOf))
                        .filter(contents::isBroken)
                        .forEach(names::add);
                names.forEach(name -> serve(name, names));
                return next;
            } finally {
                fresh.forEach(served -> served.lease().close());
            }
        }

        /** Builds what is new, and lets it serve if it may. */
        private void build(BotDirectory.ReadBot read) {
            BotName name = read.bot().name();
            VersionId id = making.idOf(read);
            Optional<VersionId> latest = store.alias(name, AliasName.LATEST);
            if (latest.isPresent() && wouldBecome(read, latest.get()).equals(Optional.of(id))) {
                atHand.put(latest.get(), read);
                return;
            }
            Served current = before.get(name);
            if (current != null && current.wanted().equals(id)) {
                pointLatest(name, id);
                return;
            }
            Optional<BotLease> lease = making.make(read, found);
            if (lease.isPresent() && mayServe(read, lease.get())) {
                keep(name, id, read.files());
                fresh.add(new Served(AliasName.LIVE, id, lease.get()));
            }
        }

        /** Returns what the sources of a version that is kept would become today. */
        private Optional<VersionId> wouldBecome(BotDirectory.ReadBot read, VersionId kept) {
            BotName name = read.bot().name();
            return store.folder(name, kept)
                    .flatMap(folder -> BotFolder.read(folder, name.value(), new Problems()))
                    .map(files -> making.idOf(new BotDirectory.ReadBot(
                            new WrittenBot(read.written().locales(), files.source()), files)));
        }

        private boolean mayServe(BotDirectory.ReadBot read, BotLease lease) {
            List<Problem> against = making.standsIn(read) ? List.of() : gate.check(lease.version(), read.files());
            if (!against.isEmpty()) {
                found.addAll(against);
                lease.close();
            }
            return against.isEmpty();
        }

        /** Finds a version for each alias of a bot. */
        private void serve(BotName name, Set<BotName> names) {
            Map<AliasName, VersionId> aliases = new TreeMap<>(store.aliases(name));
            fresh.stream()
                    .filter(served -> nameOf(served).equals(name))
                    .map(Served::wanted)
                    .findFirst()
                    .or(() -> Optional.ofNullable(aliases.get(AliasName.LIVE)))
                    .or(() -> Optional.ofNullable(before.get(name)).map(Served::wanted))
                    .ifPresent(id -> aliases.put(AliasName.LIVE, id));
            aliases.remove(AliasName.LATEST);
            aliases.forEach((alias, id) -> askedFor(name, alias, names)
                    .ifPresent(asked -> serving(name, alias, id, Optional.ofNullable(before.get(asked)))
                            .ifPresent(served -> next.put(asked, served))));
        }

        /** Returns what is to serve: the version at hand if it is the one, or else a lease on that, or what serves now. */
        private Optional<Served> serving(BotName name, AliasName alias, VersionId id, Optional<Served> current) {
            return current.filter(served -> served.wanted().equals(id))
                    .or(() -> find(name, id).map(lease -> new Served(alias, id, lease)))
                    .or(() -> current);
        }

        /** Returns the name by which people ask for an alias of a bot: the bot's own for what is live. */
        private Optional<BotName> askedFor(BotName name, AliasName alias, Set<BotName> names) {
            if (alias.equals(AliasName.LIVE)) {
                return Optional.of(name);
            }
            String asked = name + "-" + alias;
            if (BotName.isValid(asked) && !names.contains(new BotName(asked))) {
                return Optional.of(new BotName(asked));
            }
            refuse(
                    name,
                    "alias.taken",
                    "the alias " + alias + ", which would be asked for as " + asked,
                    "a name that no bot has");
            return Optional.empty();
        }

        /** Returns a lease on a version: on one that is held already, or else made of the sources that were kept. */
        private Optional<BotLease> find(BotName name, VersionId id) {
            Optional<Served> held = Stream.of(fresh, before.values(), next.values())
                    .flatMap(Collection::stream)
                    .filter(served ->
                            served.wanted().equals(id) && nameOf(served).equals(name))
                    .findFirst();
            if (held.isPresent()) {
                return held.get().lease().version().lease(held.get().alias());
            }
            BotDirectory.ReadBot same = atHand.get(id);
            return same == null ? kept(name, id).flatMap(read -> making.make(read, found)) : making.make(same, found);
        }

        private Optional<BotDirectory.ReadBot> kept(BotName name, VersionId id) {
            Optional<Path> folder = store.folder(name, id);
            if (folder.isEmpty()) {
                refuse(name, "alias.broken", "an alias of version " + id + ", which is not kept", "a version that is");
                return Optional.empty();
            }
            Problems problems = new Problems();
            Optional<BotFolder> files = BotFolder.read(folder.get(), name + "@" + id, problems);
            Optional<WrittenBot> bot = files.flatMap(read -> BotReader.read(read.source(), name.value(), problems));
            found.addAll(problems.sorted());
            return bot.map(sound -> new BotDirectory.ReadBot(sound, files.orElseThrow()));
        }

        private void refuse(BotName name, String code, String what, String expected) {
            found.add(new Problem(Position.startOf(name.value()), code, what, expected, Optional.empty()));
        }
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
}

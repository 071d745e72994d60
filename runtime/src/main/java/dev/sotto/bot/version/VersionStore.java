package dev.sotto.bot.version;

import dev.sotto.bot.BotName;
import dev.sotto.bot.build.BotFolder;
import dev.sotto.bot.build.BotFormat;
import dev.sotto.bot.build.SourceFile;
import dev.sotto.storage.Folders;
import dev.sotto.storage.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources of bots as they were when a version was built, and which version an alias stands for. Files of authors'
 * words, below {@code versions/BOT/VERSION} and {@code aliases/BOT/ALIAS}; what appears there appears whole or not at
 * all, so several processes may look. Blocking; safe for any thread.
 */
public final class VersionStore {

    /** Versions of one bot that are kept; beyond it the oldest go that no alias stands for. */
    public static final int MAX_VERSIONS = 32;

    private static final String VERSIONS = "versions";
    private static final String ALIASES = "aliases";
    private static final String BUILT = "built";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Path directory;

    /** @param directory made if it is missing */
    public VersionStore(Path directory) {
        this.directory = directory;
    }

    /**
     * A version that is kept.
     *
     * @param built when it was built first
     */
    public record Kept(VersionId id, Instant built) {}

    /** Returns where aliases are, to be watched; made if it is missing. */
    public Path aliases() throws IOException {
        return Files.createDirectories(directory.resolve(ALIASES));
    }

    /** Returns the bots of which versions are kept, in order. */
    public List<BotName> bots() {
        return names(directory.resolve(VERSIONS)).stream()
                .filter(BotName::isValid)
                .map(BotName::new)
                .toList();
    }

    /** Returns the versions of a bot, the newest first. */
    public List<Kept> versions(BotName bot) {
        Path folder = home(bot);
        return names(folder).stream()
                .filter(name -> ID.matcher(name).matches())
                .map(name -> new Kept(new VersionId(name), built(folder.resolve(name))))
                .sorted(Comparator.comparing(Kept::built)
                        .reversed()
                        .thenComparing(kept -> kept.id().value()))
                .toList();
    }

    /** Returns the folder with the sources of a version, if it is kept. */
    Optional<Path> folder(BotName bot, VersionId id) {
        return Optional.of(home(bot).resolve(id.value())).filter(Files::isDirectory);
    }

    /** Keeps the sources of a version; one that is kept already only counts as built now. */
    void keep(BotName bot, VersionId id, BotFolder files) throws IOException {
        Path folder = home(bot).resolve(id.value());
        if (!Files.isDirectory(folder)) {
            Path aside = Files.createTempDirectory(Files.createDirectories(home(bot)), ".part-");
            try {
                write(aside, files);
                Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException another) {
                Folders.remove(aside);
            }
        }
        WholeFile.write(folder.resolve(BUILT), id.value() + "\n");
        prune(bot);
    }

    private static void write(Path folder, BotFolder files) throws IOException {
        for (Map.Entry<String, SourceFile> file : files.source().files().entrySet()) {
            Path place = folder.resolve(file.getKey());
            Files.createDirectories(place.resolveSibling(""));
            Files.writeString(place, file.getValue().text());
        }
        Path tests = Files.createDirectory(folder.resolve(BotFormat.TESTS));
        for (SourceFile test : files.tests()) {
            String name = test.shown().substring(test.shown().lastIndexOf('/') + 1);
            Files.writeString(tests.resolve(name), test.text());
        }
    }

    private void prune(BotName bot) throws IOException {
        Set<VersionId> needed = new HashSet<>(aliases(bot).values());
        List<Kept> kept = versions(bot);
        for (Kept old : kept.subList(Math.min(MAX_VERSIONS, kept.size()), kept.size())) {
            if (!needed.contains(old.id())) {
                Folders.remove(home(bot).resolve(old.id().value()));
            }
        }
    }

    /** Returns the version that an alias stands for, if there is such an alias. */
    public Optional<VersionId> alias(BotName bot, AliasName alias) {
        try {
            String id = Files.readString(aliases(bot, alias)).strip();
            return ID.matcher(id).matches() ? Optional.of(new VersionId(id)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the aliases of a bot by name. */
    public Map<AliasName, VersionId> aliases(BotName bot) {
        Map<AliasName, VersionId> aliases = new TreeMap<>();
        for (String name : names(directory.resolve(ALIASES).resolve(bot.value()))) {
            if (AliasName.isValid(name)) {
                AliasName alias = new AliasName(name);
                alias(bot, alias).ifPresent(id -> aliases.put(alias, id));
            }
        }
        return aliases;
    }

    /** Lets an alias stand for a version from now on, in one step. */
    public void point(BotName bot, AliasName alias, VersionId id) throws IOException {
        Path file = aliases(bot, alias);
        WholeFile.write(file, id.value() + "\n");
    }

    /** Takes an alias away; one that is not there is no matter. */
    public void remove(BotName bot, AliasName alias) throws IOException {
        Files.deleteIfExists(aliases(bot, alias));
    }

    private Path home(BotName bot) {
        return directory.resolve(VERSIONS).resolve(bot.value());
    }

    private Path aliases(BotName bot, AliasName alias) {
        return directory.resolve(ALIASES).resolve(bot.value()).resolve(alias.value());
    }

    private static Instant built(Path version) {
        try {
            return Files.getLastModifiedTime(version.resolve(BUILT)).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}

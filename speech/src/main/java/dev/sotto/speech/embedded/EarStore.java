package dev.sotto.speech.embedded;

import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.frontend.Band;
import dev.sotto.speech.graph.Lexicon;
import dev.sotto.storage.Folders;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled ears on disk, so that a server starts without compiling. Holds what was made of authors' words only. An ear that
 * is damaged or not ours counts as absent. One call compiles at a time, and an ear appears whole or not at all, so several
 * processes can share a directory.
 */
public final class EarStore {

    /** Most ears; beyond it the ones that were used least lately go. */
    public static final int MAX_EARS = 64;

    /** Most bytes of all ears together; beyond it the same ones go. */
    public static final long MAX_BYTES = 8L << 30;

    /**
     * Most words of a bot. With 10,000 names a model is some 60 MB, and is made in a heap of 512 MiB (measured); a worker
     * holds two of them for each bot that is being spoken to.
     */
    public static final int MAX_WORDS = 12_000;

    private static final Pattern EAR = Pattern.compile("[0-9a-f]{32}");

    private final Path directory;
    private @Nullable EarCompiler compiler;

    /**
     * @param directory made if it is missing
     */
    public EarStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Returns the ear of a bot, compiled if it is not there yet, which takes seconds of CPU.
     *
     * @param bot in English
     * @param own how words of its own sound
     * @param bands which kinds of audio it shall hear
     * @throws UnspeakableException if nothing can be said to the bot, or more than can be listened for
     * @throws IOException if the directory cannot be written to
     */
    public synchronized CompiledEar ear(TrainingSet bot, Lexicon own, Set<Band> bands) throws IOException {
        EarCompiler.requireEnglish(bot);
        Path folder = directory.resolve(EarId.of(bot, own, bands));
        Path prompts = directory.resolve(EarId.ofPrompts(bot.locale(), bands));
        keep(folder, (compiler, aside) -> compiler.compile(bot, own, bands, aside));
        keep(prompts, (compiler, aside) -> compiler.compilePrompts(bot.locale(), bands, aside));
        return CompiledEar.read(folder, prompts);
    }

    private interface Compiling {
        void into(EarCompiler compiler, Path aside) throws IOException;
    }

    private void keep(Path folder, Compiling compiling) throws IOException {
        try {
            EarFolder found = EarFolder.read(folder);
            markAsUsed(found.path());
        } catch (DamagedEarException e) {
            compile(compiling, folder);
        }
    }

    /** Forgets what only compiling needs. Harmless at any time. */
    public synchronized void rest() {
        compiler = null;
    }

    private void compile(Compiling compiling, Path folder) throws IOException {
        EarCompiler ready = compiler;
        if (ready == null) {
            ready = new EarCompiler(directory);
            compiler = ready;
        }
        Files.createDirectories(directory);
        Path aside = Files.createTempDirectory(directory, "part-");
        try {
            compiling.into(ready, aside);
            putInPlace(aside, folder);
        } finally {
            Folders.remove(aside);
        }
        prune();
    }

    /** Another process may have been quicker: then its ear is as good, unless it is the damaged one. */
    private static void putInPlace(Path aside, Path folder) throws IOException {
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!isSound(folder)) {
                Folders.remove(folder);
                Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static boolean isSound(Path folder) {
        try {
            return !EarFolder.read(folder).manifest().parts().isEmpty();
        } catch (DamagedEarException e) {
            return false;
        }
    }

    /** A folder's time is that of the last change to what it lists. */
    private static void markAsUsed(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, "used-", ".tmp"));
        } catch (IOException e) {
            return; // From a directory that is not ours to write to nothing is removed either.
        }
    }

    private void prune() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            List<Path> newestFirst = found.filter(
                            path -> EAR.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(EarStore::used).reversed())
                    .toList();
            long bytes = 0;
            for (int i = 0; i < newestFirst.size(); i++) {
                bytes += size(newestFirst.get(i));
                if (i >= MAX_EARS || bytes > MAX_BYTES) {
                    Folders.remove(newestFirst.get(i));
                }
            }
        }
    }

    private static long size(Path ear) {
        try {
            return EarManifest.read(ear).size("");
        } catch (DamagedEarException e) {
            return 0;
        }
    }

    private static FileTime used(Path ear) {
        try {
            return Files.getLastModifiedTime(ear);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}

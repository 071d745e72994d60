package dev.sotto.bot.version;

import dev.sotto.log.Component;
import dev.sotto.log.Event;
import dev.sotto.log.EventLog;
import dev.sotto.log.Field;
import dev.sotto.nlu.CorruptModelException;
import dev.sotto.storage.Sha256;
import dev.sotto.storage.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Trained models on disk by version, so that a server starts without training. Holds what was made of authors' words
 * only. An entry that is damaged or not ours counts as absent; a directory that cannot be written to costs time at the
 * next start and nothing else. Safe for several processes at once, for an entry appears whole or not at all.
 */
public final class ModelCache {

    /** Most entries; beyond it the oldest go. */
    public static final int MAX_ENTRIES = 256;

    /** Largest entry in bytes. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    private static final EventLog LOG = EventLog.of(Component.BOTS);
    private static final byte[] MAGIC = "sotto model 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;
    private static final int HEADER = MAGIC.length + HASH_BYTES;
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{32}\\.model");

    private final Path directory;

    /** @param directory made if it is missing */
    public ModelCache(Path directory) {
        this.directory = directory;
    }

    /**
     * Returns the model of a version, if there is one.
     *
     * @throws CorruptModelException if what is there is damaged or belongs to something else
     */
    Optional<byte[]> read(VersionId id) {
        Path file = file(id);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(unwrap(id, in.readNBytes(MAX_BYTES + HEADER + 1)));
        } catch (IOException e) {
            throw new CorruptModelException("a cached model that cannot be read");
        }
    }

    void write(VersionId id, byte[] model) {
        if (model.length > MAX_BYTES) {
            LOG.warn(Event.CACHE_UNWRITABLE, Field.bytes(model.length), Field.limit(MAX_BYTES));
            return;
        }
        try {
            WholeFile.write(file(id), wrap(id, model));
            prune();
        } catch (IOException e) {
            LOG.warn(Event.CACHE_UNWRITABLE, Field.file(directory));
        }
    }

    private void prune() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> newestFirst = entries.filter(
                            path -> ENTRY.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(ModelCache::written).reversed())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(MAX_ENTRIES, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private Path file(VersionId id) {
        return directory.resolve(id + ".model");
    }

    private static byte[] wrap(VersionId id, byte[] model) {
        return ByteBuffer.allocate(HEADER + model.length)
                .put(MAGIC)
                .put(hash(id, model))
                .put(model)
                .array();
    }

    private static byte[] unwrap(VersionId id, byte[] file) {
        if (file.length < HEADER || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptModelException("a file that is no cached model");
        }
        byte[] model = Arrays.copyOfRange(file, HEADER, file.length);
        if (!Arrays.equals(file, MAGIC.length, HEADER, hash(id, model), 0, HASH_BYTES)) {
            throw new CorruptModelException("a cached model that is not what was written");
        }
        return model;
    }

    private static byte[] hash(VersionId id, byte[] model) {
        MessageDigest digest = Sha256.begin();
        digest.update(id.value().getBytes(StandardCharsets.US_ASCII));
        return digest.digest(model);
    }
}

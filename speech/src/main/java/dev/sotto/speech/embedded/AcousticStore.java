package dev.sotto.speech.embedded;

import dev.sotto.speech.model.AcousticSet;
import dev.sotto.speech.model.AcousticSets;
import dev.sotto.speech.model.Gaussians;
import dev.sotto.storage.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The acoustic sets on disk, for all bots: to compute one takes seconds. A file that is damaged counts as absent. Confined
 * to one thread; safe for several processes, for a file appears whole or not at all.
 */
final class AcousticStore {

    /** Raised when the sets are computed in another way. */
    static final String VERSION = "acoustics-1";

    private final Path directory;
    private final AcousticSets sets;
    private final int phones;
    private final Map<AcousticSets.Kind, AcousticSet> read = new EnumMap<>(AcousticSets.Kind.class);

    /**
     * @param phones how many phones the sets have
     */
    AcousticStore(Path directory, AcousticSets sets, int phones) {
        this.directory = directory;
        this.sets = sets;
        this.phones = phones;
    }

    /** Returns a set. */
    AcousticSet of(AcousticSets.Kind kind) throws IOException {
        AcousticSet known = read.get(kind);
        if (known == null) {
            known = find(kind);
            read.put(kind, known);
        }
        return known;
    }

    private AcousticSet find(AcousticSets.Kind kind) throws IOException {
        Path file = directory.resolve(
                VERSION + "-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Gaussians gaussians = new Gaussians(phones);
        if (Files.isRegularFile(file) && take(Files.readAllBytes(file), gaussians)) {
            return sets.of(kind, gaussians);
        }
        AcousticSet computed = sets.of(kind);
        WholeFile.write(file, bytes(computed.gaussians()));
        return computed;
    }

    private static byte[] bytes(Gaussians gaussians) {
        int floats = floats(gaussians);
        ByteBuffer bytes =
                ByteBuffer.allocate(Long.BYTES + floats * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer values = bytes.position(Long.BYTES)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        walk(gaussians, values::put);
        bytes.putLong(0, sum(bytes.array()));
        return bytes.array();
    }

    private static boolean take(byte[] bytes, Gaussians gaussians) {
        if (bytes.length != Long.BYTES + floats(gaussians) * Float.BYTES) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.getLong() != sum(bytes)) {
            return false;
        }
        FloatBuffer values = buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        walk(gaussians, values::get);
        return true;
    }

    private static int floats(Gaussians gaussians) {
        return gaussians.phones() * Gaussians.STREAMS * Gaussians.DENSITIES * Gaussians.SIZE * 2;
    }

    private static long sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
        return sum.getValue();
    }

    private interface Row {
        Object take(float[] values);
    }

    private static void walk(Gaussians gaussians, Row row) {
        for (int phone = 0; phone < gaussians.phones(); phone++) {
            for (int stream = 0; stream < Gaussians.STREAMS; stream++) {
                for (int density = 0; density < Gaussians.DENSITIES; density++) {
                    row.take(gaussians.mean(phone, stream, density));
                    row.take(gaussians.variance(phone, stream, density));
                }
            }
        }
    }
}

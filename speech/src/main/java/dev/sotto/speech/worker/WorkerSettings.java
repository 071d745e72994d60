package dev.sotto.speech.worker;

import dev.sotto.sensitive.Utterance;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How workers are started and kept.
 *
 * @param command what starts one
 * @param startWithin how long one may take until it is ready
 * @param recycleAbove resident bytes above which a worker gets no new turns, and ends when the turns under way do
 * @param endAbove resident bytes above which a worker is ended at once
 */
public record WorkerSettings(List<String> command, Duration startWithin, long recycleAbove, long endAbove) {

    private static final long MEBIBYTE = 1 << 20;
    private static final int NATIVE_ACCESS_IS_ASKED_FOR = 22;

    /** What of this process's properties a worker needs as well: where native libraries lie. */
    private static final List<String> PROPERTIES =
            List.of("jna.boot.library.path", "jna.library.path", "jna.nounpack", "jna.tmpdir", "java.io.tmpdir");

    public WorkerSettings {
        command = List.copyOf(command);
        if (recycleAbove > endAbove) {
            throw new IllegalArgumentException("a worker would be ended before it is recycled");
        }
    }

    /** Returns settings that serve, for this Java and this installation. */
    public static WorkerSettings usual() {
        return new WorkerSettings(
                command(WorkerMain.class, classPath()), Duration.ofSeconds(20), 768 * MEBIBYTE, 1_536 * MEBIBYTE);
    }

    /** Returns these settings with other limits of memory. */
    public WorkerSettings withMemory(long recycle, long end) {
        return new WorkerSettings(command, startWithin, recycle, end);
    }

    /** Returns these settings with limits of memory that leave room for a model besides (measured: twice its size). */
    public WorkerSettings withRoomFor(long modelBytes) {
        return withMemory(recycleAbove + 3 * modelBytes, endAbove + 4 * modelBytes);
    }

    static List<String> command(Class<?> main, List<String> classPath) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms16m",
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:MarkSweepDeadRatio=0",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=/dev/null",
                "-XX:ReservedCodeCacheSize=32m",
                "-Xshare:auto",
                "-Xlog:disable"));
        if (Runtime.version().feature() >= NATIVE_ACCESS_IS_ASKED_FOR) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        for (String name : PROPERTIES) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.add("-cp");
        command.add(String.join(System.getProperty("path.separator"), classPath));
        command.add(main.getName());
        return command;
    }

    /** Our own code, the guarded types, and what calls native code: nothing else is there to be attacked. */
    static List<String> classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> needed : List.of(WorkerMain.class, Utterance.class, com.sun.jna.Native.class)) {
            try {
                places.add(Path.of(needed.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("a class from a place that is no file", e);
            }
        }
        return List.copyOf(places);
    }
}

package dev.sotto.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the system knows about a process (proc(5)). */
public final class ProcessFigures {

    private static final int TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final long KIB_PER_MIB = 1024;
    private static final long MICROS = 1_000_000;

    private ProcessFigures() {}

    /** Returns the memory that a process has resident, in KiB. */
    public static long residentKib(long pid) throws IOException {
        return residentKib(Files.readAllLines(of(pid, "status"), StandardCharsets.UTF_8));
    }

    /** Returns the memory that this process has resident, in MiB; 0 where nothing tells. */
    public static long ownResidentMib() {
        return residentMib(ProcessHandle.current().pid());
    }

    /** Returns the memory that a process has resident, in MiB; 0 where nothing tells. */
    public static long residentMib(long pid) {
        try {
            return residentKib(pid) / KIB_PER_MIB;
        } catch (IOException e) {
            // No Linux, or one that hides it: not worth failing for.
            return 0;
        }
    }

    /** Returns the processor time that a process has used, its own and the system's for it, in microseconds. */
    public static long cpuMicros(long pid) throws IOException {
        return cpuMicros(Files.readString(of(pid, "stat")));
    }

    /** Returns the processor time that processes have used together, in nanoseconds; 0 where nothing tells. */
    public static long cpuNanos(LongStream processes) {
        return processes
                .mapToObj(ProcessHandle::of)
                .flatMap(Optional::stream)
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    /** Returns how many files, sockets among them, this process may have open. */
    public static long mostOpenFiles() throws IOException {
        return mostOpenFiles(Files.readAllLines(Path.of("/proc/self/limits"), StandardCharsets.UTF_8));
    }

    /** Returns the name of the processor, or {@code unknown}. */
    public static String processor() {
        return field(Path.of("/proc/cpuinfo"), "model name");
    }

    /** Returns how much memory the machine has, with its unit, or {@code unknown}. */
    public static String memory() {
        return field(Path.of("/proc/meminfo"), "MemTotal");
    }

    private static String field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException | UncheckedIOException e) {
            return "unknown";
        }
    }

    static long residentKib(List<String> status) throws IOException {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("a process has ended that was to be measured"));
    }

    static long cpuMicros(String stat) {
        // The second field is the program's name in brackets, which may have spaces and brackets itself.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        return ticks * MICROS / TICKS_PER_SECOND;
    }

    static long mostOpenFiles(List<String> limits) {
        return limits.stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split(" {2,}", -1)[2])
                .map(hard -> hard.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(hard))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private static Path of(long pid, String file) {
        return Path.of("/proc", Long.toString(pid), file);
    }
}

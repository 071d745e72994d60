package dev.sotto.prove;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that a process may have written: those it has open for writing, its log among them, those that it was seen
 * to open, and those in its folders and the machine's temporary ones that have changed since some moment. Blocking.
 */
final class WrittenFiles {

    private static final List<Path> TEMPORARY = List.of(
            Path.of(System.getProperty("java.io.tmpdir")), Path.of("/tmp"), Path.of("/var/tmp"), Path.of("/dev/shm"));

    /** A temporary file, or one in a temporary folder; what lies deeper belongs to others. */
    private static final int TEMPORARY_DEPTH = 2;

    private static final int ACCESS_MODE = 3;
    private static final int STANDARD_ERROR = 2;

    private final long pid;
    private final List<Path> folders;
    private final Instant since;

    /** Looks from this moment on. */
    WrittenFiles(long pid, List<Path> folders) {
        this.pid = pid;
        this.folders = List.copyOf(folders);
        this.since = Instant.now();
    }

    /** Returns whether the log that the process writes is a file, so that it can be searched. */
    boolean logIsAFile() {
        return Files.isRegularFile(descriptor(STANDARD_ERROR));
    }

    /**
     * Searches all of them.
     *
     * @param seen files that the process was seen to open
     */
    MarkSearch.Count search(MarkSearch search, List<Path> seen) throws IOException {
        MarkSearch.Count total = MarkSearch.Count.NONE;
        for (Path file : files(seen).values()) {
            total = total.plus(search(search, file));
        }
        return total;
    }

    /** Writes the mark into a temporary file and returns whether the search finds it there. */
    boolean findsAPlantedOne(MarkSearch search, Mark mark) throws IOException {
        Path planted = Files.createTempFile("sotto-prove", ".txt");
        try {
            Files.writeString(planted, mark.text(), StandardCharsets.UTF_16LE);
            return search(search, List.of()).found() > 0;
        } finally {
            Files.delete(planted);
        }
    }

    private static MarkSearch.Count search(MarkSearch search, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return search.in(in::read);
        } catch (IOException e) {
            return MarkSearch.Count.NONE; // gone by now, which is what is wanted of temporary files
        }
    }

    private Path descriptor(int number) {
        return Path.of("/proc/" + pid + "/fd/" + number);
    }

    /** Returns where to read each file, by what the process calls it. */
    private Map<Path, Path> files(List<Path> seen) throws IOException {
        Map<Path, Path> files = new LinkedHashMap<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (isWritable(descriptor) && Files.isRegularFile(descriptor)) {
                    files.put(Files.readSymbolicLink(descriptor), descriptor);
                }
            }
        }
        Path here = Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd"));
        seen.stream().map(here::resolve).filter(Files::isRegularFile).forEach(file -> files.putIfAbsent(file, file));
        for (Path folder : folders) {
            walk(folder, Integer.MAX_VALUE, files);
        }
        for (Path folder : TEMPORARY) {
            walk(folder, TEMPORARY_DEPTH, files);
        }
        return files;
    }

    private void walk(Path folder, int depth, Map<Path, Path> files) throws IOException {
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, Set.<FileVisitOption>of(), depth, new Changed(files));
        }
    }

    /** Reads how a file was opened (proc(5), fdinfo: octal flags). */
    private boolean isWritable(Path descriptor) {
        Path info = Path.of("/proc/" + pid + "/fdinfo/" + descriptor.getFileName());
        try {
            return Files.readAllLines(info, StandardCharsets.US_ASCII).stream()
                    .filter(line -> line.startsWith("flags:"))
                    .mapToLong(line ->
                            Long.parseLong(line.substring("flags:".length()).trim(), 8))
                    .anyMatch(flags -> (flags & ACCESS_MODE) != 0);
        } catch (IOException e) {
            return false;
        }
    }

    /** Collects files that have changed. */
    private final class Changed extends SimpleFileVisitor<Path> {

        private final Map<Path, Path> files;

        Changed(Map<Path, Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                    && !attributes.lastModifiedTime().toInstant().isBefore(since.minusSeconds(1))) {
                files.putIfAbsent(file, file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}

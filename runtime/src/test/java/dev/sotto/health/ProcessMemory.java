package dev.sotto.health;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All of another process's memory that is not a file's. */
final class ProcessMemory {

    private static final Pattern REGION = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) r\\S+ \\S+ \\S+ 0 *(?<name>\\S*)");
    private static final int PIECE = 4 * 1024 * 1024;

    private final Path process;

    private ProcessMemory(Path process) {
        this.process = process;
    }

    static ProcessMemory of(long pid) {
        return new ProcessMemory(Path.of("/proc", Long.toString(pid)));
    }

    /** Returns how often a text occurs, in UTF-8 and in UTF-16 of this machine's byte order. */
    long count(String text) throws IOException {
        List<byte[]> needles = List.of(text.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_16LE));
        long count = 0;
        try (RandomAccessFile memory =
                new RandomAccessFile(process.resolve("mem").toFile(), "r")) {
            for (long[] region : regions()) {
                for (long at = region[0]; at < region[1]; at += PIECE) {
                    byte[] piece = read(memory, at, (int) Math.min(PIECE, region[1] - at));
                    for (byte[] needle : needles) {
                        count += occurrences(piece, needle);
                    }
                }
            }
        }
        return count;
    }

    private List<long[]> regions() throws IOException {
        List<long[]> regions = new ArrayList<>();
        for (String line : Files.readAllLines(process.resolve("maps"))) {
            Matcher region = REGION.matcher(line);
            if (region.matches() && !region.group("name").startsWith("[v")) {
                regions.add(new long[] {
                    Long.parseUnsignedLong(region.group(1), 16), Long.parseUnsignedLong(region.group(2), 16)
                });
            }
        }
        return regions;
    }

    /** A region may go while it is looked at; then there is nothing to be found in it. */
    private static byte[] read(RandomAccessFile memory, long at, int length) {
        byte[] piece = new byte[length];
        try {
            memory.seek(at);
            memory.readFully(piece);
            return piece;
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static long occurrences(byte[] piece, byte[] needle) {
        long count = 0;
        for (int i = 0; i <= piece.length - needle.length; i++) {
            if (piece[i] == needle[0] && isAt(piece, i, needle)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isAt(byte[] piece, int at, byte[] needle) {
        for (int i = 1; i < needle.length; i++) {
            if (piece[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }
}

package dev.sotto.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a process's address space.
 *
 * @param from its first address
 * @param to the address after the last
 * @param name the file that is mapped, a name in brackets, or nothing for anonymous memory
 */
public record Region(long from, long to, String name) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (\\S{4}) \\S+ \\S+ \\d+ *(.*)");

    /** Returns the readable regions of a process (proc(5), /proc/pid/maps). */
    static List<Region> of(long pid) throws IOException {
        List<Region> regions = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/maps"), StandardCharsets.UTF_8)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && matcher.group(3).startsWith("r")) {
                regions.add(new Region(
                        Long.parseUnsignedLong(matcher.group(1), 16),
                        Long.parseUnsignedLong(matcher.group(2), 16),
                        matcher.group(4)));
            }
        }
        return regions;
    }

    /** Returns whether an address lies in it. */
    boolean holds(long address) {
        return address >= from && address < to;
    }

    /** Returns what of it lies in a range of addresses; empty if nothing does. */
    Region within(long low, long high) {
        return new Region(Math.max(from, low), Math.max(Math.max(from, low), Math.min(to, high)), name);
    }

    long size() {
        return to - from;
    }
}

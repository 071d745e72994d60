package dev.sotto.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the Java heap lies and how far each of its spaces is filled, as the serial collector tells. Its full collection
 * pushes everything that is alive together, so that below a space's fill level there are live objects only, and above it
 * only what dead ones left. That is why a search by address can tell live from dead without a heap dump.
 */
public final class HeapLayout {

    private static final Pattern GENERATION =
            Pattern.compile("(?:generation|DefNew|Tenured) .*\\[0x([0-9a-f]+), 0x[0-9a-f]+, 0x([0-9a-f]+)\\)");
    private static final Pattern SPACE =
            Pattern.compile("(?:eden|from|to|the) +space .*\\[ ?0x([0-9a-f]+), ?0x([0-9a-f]+), ?0x[0-9a-f]+");

    private final List<Range> heap;
    private final List<Range> live;

    private HeapLayout(List<Range> heap, List<Range> live) {
        this.heap = heap;
        this.live = live;
    }

    /**
     * Reads what {@code jcmd GC.heap_info} prints.
     *
     * @throws UnreadableProcessException if it was not the serial collector that printed it
     */
    public static HeapLayout parse(String heapInfo) {
        List<Range> heap = ranges(GENERATION, heapInfo);
        List<Range> live = ranges(SPACE, heapInfo);
        if (heap.size() != 2 || live.size() != 4) {
            throw new UnreadableProcessException("the server was not started with -XX:+UseSerialGC, so that live and"
                    + " dead objects cannot be told apart from outside");
        }
        return new HeapLayout(heap, live);
    }

    private static List<Range> ranges(Pattern pattern, String text) {
        List<Range> ranges = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            ranges.add(new Range(
                    Long.parseUnsignedLong(matcher.group(1), 16), Long.parseUnsignedLong(matcher.group(2), 16)));
        }
        ranges.sort(Comparator.comparingLong(Range::low));
        return List.copyOf(ranges);
    }

    /** Takes a region apart into live heap, dead heap, and what is no heap; that is called native. */
    List<Part> parts(Region region) {
        List<Part> parts = new ArrayList<>();
        long at = region.from();
        for (Range generation : heap) {
            Region inside = region.within(generation.low, generation.high);
            if (inside.size() > 0) {
                add(parts, MemoryOwner.NATIVE, region.within(at, inside.from()));
                liveAndDead(parts, inside);
                at = inside.to();
            }
        }
        add(parts, MemoryOwner.NATIVE, region.within(at, region.to()));
        return parts;
    }

    private void liveAndDead(List<Part> parts, Region heapRegion) {
        long at = heapRegion.from();
        for (Range space : live) {
            Region filled = heapRegion.within(space.low, space.high);
            if (filled.size() > 0) {
                add(parts, MemoryOwner.DEAD_HEAP, heapRegion.within(at, filled.from()));
                add(parts, MemoryOwner.LIVE_HEAP, filled);
                at = filled.to();
            }
        }
        add(parts, MemoryOwner.DEAD_HEAP, heapRegion.within(at, heapRegion.to()));
    }

    private static void add(List<Part> parts, MemoryOwner owner, Region region) {
        if (region.size() > 0) {
            parts.add(new Part(owner, region));
        }
    }

    /** A stretch of memory with one owner. */
    record Part(MemoryOwner owner, Region region) {}

    private record Range(long low, long high) {}
}

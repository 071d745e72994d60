package dev.sotto.prove;

import java.util.EnumMap;
import java.util.Map;

/** What a search of a process's memory came to, by whose memory it is. */
public final class MemoryCounts {

    private final Map<MemoryOwner, MarkSearch.Count> counts = new EnumMap<>(MemoryOwner.class);

    void add(MemoryOwner owner, MarkSearch.Count count) {
        counts.merge(owner, count, MarkSearch.Count::plus);
    }

    void add(MemoryCounts more) {
        more.counts.forEach(this::add);
    }

    /** Returns what was searched and found in the memory of one owner. */
    public MarkSearch.Count of(MemoryOwner owner) {
        return counts.getOrDefault(owner, MarkSearch.Count.NONE);
    }

    /** Returns what was searched and found in all. */
    public MarkSearch.Count total() {
        return counts.values().stream().reduce(MarkSearch.Count.NONE, MarkSearch.Count::plus);
    }

    /** Returns the figures. */
    @Override
    public String toString() {
        return counts.toString();
    }
}

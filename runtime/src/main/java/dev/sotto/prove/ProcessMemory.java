package dev.sotto.prove;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The memory of another process, read by its owner or by root (proc(5), /proc/pid/mem). Blocking. */
public final class ProcessMemory {

    private final long pid;

    public ProcessMemory(long pid) {
        this.pid = pid;
    }

    /** Searches all of it, and tells to whom the places belong. */
    public MemoryCounts search(MarkSearch search, HeapLayout heap) throws IOException {
        List<Region> stacks = stacks();
        MemoryCounts counts = new MemoryCounts();
        try (RandomAccessFile memory = open()) {
            for (Region region : Region.of(pid)) {
                for (HeapLayout.Part part : heap.parts(region)) {
                    MemoryOwner owner = part.owner() == MemoryOwner.NATIVE ? outside(region, stacks) : part.owner();
                    counts.add(owner, search(search, memory, part.region()));
                }
            }
        }
        return counts;
    }

    /** Makes sure that it can be read. */
    void check() {
        try (RandomAccessFile memory = open()) {
            memory.seek(Region.of(pid).get(0).from());
            if (memory.read() < 0) {
                throw new IOException("nothing to read");
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new UnreadableProcessException("the memory of process " + pid + " cannot be read; this needs Linux,"
                    + " and root, or the server's own user with kernel.yama.ptrace_scope=0");
        }
    }

    private RandomAccessFile open() throws IOException {
        return new RandomAccessFile("/proc/" + pid + "/mem", "r");
    }

    private static MemoryOwner outside(Region region, List<Region> stacks) {
        if (region.name().startsWith("/")) {
            return MemoryOwner.MAPPED_FILE;
        }
        return stacks.contains(region) ? MemoryOwner.THREAD_STACK : MemoryOwner.NATIVE;
    }

    private static MarkSearch.Count search(MarkSearch search, RandomAccessFile memory, Region region)
            throws IOException {
        long[] at = {region.from()};
        return search.in((into, offset, length) -> {
            int most = (int) Math.min(length, region.to() - at[0]);
            if (most == 0) {
                return 0;
            }
            memory.seek(at[0]);
            int read = readable(memory, into, offset, most);
            at[0] += Math.max(0, read);
            return read;
        });
    }

    /** Some regions, such as the kernel's own, cannot be read although they say so. */
    private static int readable(RandomAccessFile memory, byte[] into, int offset, int length) {
        try {
            return memory.read(into, offset, length);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the regions that threads have their stacks in: those that hold their stack pointers. */
    private List<Region> stacks() throws IOException {
        List<Long> pointers = new ArrayList<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads.toList()) {
                stackPointer(thread, pointers);
            }
        }
        return Region.of(pid).stream()
                .filter(region ->
                        region.name().equals("[stack]") || pointers.stream().anyMatch(region::holds))
                .toList();
    }

    /** Reads the stack pointer of a thread that waits in a system call, as nearly all do (proc(5), syscall). */
    private static void stackPointer(Path thread, List<Long> pointers) {
        try {
            String[] words = Files.readString(thread.resolve("syscall")).trim().split(" ", -1);
            if (words.length >= 3) {
                pointers.add(Long.decode(words[words.length - 2]));
            }
        } catch (IOException e) {
            return; // the thread is gone
        }
    }
}

package dev.sotto.sensitive;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Overwrites what the heap holds no more. A collection only forgets where dead text lies; its bytes stay in memory until
 * something else is put there. So after one this allocates zeros: through all of eden, through both survivor spaces
 * (which only collections write to, so something must be alive while they happen), and up to the end of the old
 * generation; and collects again. With the serial and the parallel collector next to nothing is left afterwards. With
 * G1, which frees regions anywhere, about one part in a hundred is.
 *
 * <p>Blocking, some tens to hundreds of milliseconds; the collections among them stop all threads. One at a time.
 */
public final class HeapSweep {

    /** From large and fast to small, to fill the corners that the larger ones leave. */
    private static final int[] CHUNKS = {32 * 1024, 2 * 1024, 128};

    private static final int BIG_CHUNK = 1024 * 1024;
    private static final int ARRAY_HEADER = 16;

    /** What is left alone for those who need memory meanwhile: an eighth of the heap, and not less than this. */
    private static final long LEAST_RESERVE = 16L * 1024 * 1024;

    private final BooleanSupplier isInterrupted;

    /** Written so that no compiler takes the arrays for useless. */
    private final AtomicReference<Object> sink = new AtomicReference<>(CHUNKS);

    private long written;

    private HeapSweep(BooleanSupplier isInterrupted) {
        this.isInterrupted = isInterrupted;
    }

    /**
     * Sweeps.
     *
     * @param isInterrupted asked again and again; true ends the sweep early
     * @return how many bytes were overwritten
     */
    public static long run(BooleanSupplier isInterrupted) {
        HeapSweep sweep = new HeapSweep(isInterrupted);
        collect();
        long eden = usage("Eden")
                .map(MemoryUsage::getCommitted)
                .orElseGet(() -> Runtime.getRuntime().totalMemory());
        long survivor = usage("Survivor").map(MemoryUsage::getCommitted).orElse(0L);
        for (int chunk : CHUNKS) {
            List<byte[]> held = sweep.hold(survivor, chunk);
            sweep.stream(eden, chunk);
            sweep.sink.set(held);
        }
        List<byte[]> held = sweep.hold(freeOfOld() + survivor, BIG_CHUNK);
        sweep.stream(eden, CHUNKS[0]);
        sweep.sink.set(held);
        sweep.sink.set(CHUNKS);
        held.clear();
        collect();
        return sweep.written;
    }

    /** Allocates zeros that stay alive as long as the list does. */
    private List<byte[]> hold(long bytes, int chunk) {
        List<byte[]> held = new ArrayList<>();
        long most = Math.min(bytes, budget());
        for (long done = 0; done < most && !isInterrupted.getAsBoolean(); done += chunk) {
            held.add(zeros(chunk));
        }
        return held;
    }

    /** Allocates zeros that nobody holds. */
    private void stream(long bytes, int chunk) {
        for (long done = 0; done < bytes && !isInterrupted.getAsBoolean(); done += chunk) {
            sink.set(zeros(chunk));
        }
    }

    private byte[] zeros(int chunk) {
        written += chunk;
        return new byte[chunk - ARRAY_HEADER];
    }

    private static long budget() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        long reserve = Math.max(LEAST_RESERVE, runtime.maxMemory() / 8);
        return Math.max(0, runtime.maxMemory() - used - reserve);
    }

    private static long freeOfOld() {
        return usage("Tenured")
                .or(() -> usage("Old"))
                .map(usage -> usage.getCommitted() - usage.getUsed())
                .orElse(0L);
    }

    private static Optional<MemoryUsage> usage(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(bean -> bean.getName().contains(pool))
                .map(MemoryPoolMXBean::getUsage)
                .findFirst();
    }

    /** Asking for a collection is the very purpose here. */
    private static void collect() {
        System.gc();
    }
}

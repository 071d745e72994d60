package dev.sotto.nlu.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * CPU times of one call, in microseconds. CPU time rather than wall time, which on a shared machine says little.
 *
 * @param p50 median
 * @param p99 exceeded by one call in a hundred
 */
public record CpuTimes(double p50, double p99) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Returns the CPU time that this thread has had, in nanoseconds. */
    public static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Returns the quantiles of times in nanoseconds. */
    public static CpuTimes of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new CpuTimes(0, 0);
        }
        return new CpuTimes(
                sorted[Percentile.rank(0.5, sorted.length) - 1] / 1e3,
                sorted[Percentile.rank(0.99, sorted.length) - 1] / 1e3);
    }
}

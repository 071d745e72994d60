package dev.sotto.metrics;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The few figures of the process itself. They are registered at the first scrape and not before, because the JDK's
 * management beans take a good part of a fast start. Safe for any thread.
 */
final class ProcessMetrics {

    private final MeterRegistry registry;
    private final AtomicBoolean registered = new AtomicBoolean();

    ProcessMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void registerOnce() {
        if (!registered.compareAndSet(false, true)) {
            return;
        }
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory("heap", memory, MemoryMXBean::getHeapMemoryUsage);
        memory("nonheap", memory, MemoryMXBean::getNonHeapMemoryUsage);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Gauge.builder("jvm.threads", threads, ThreadMXBean::getThreadCount)
                .description("Live threads")
                .register(registry);
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        Gauge.builder("process.uptime.seconds", runtime, bean -> bean.getUptime() / 1000.0)
                .description("Seconds since the start of the process")
                .register(registry);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            FunctionTimer.builder(
                            "jvm.gc",
                            collector,
                            GarbageCollectorMXBean::getCollectionCount,
                            GarbageCollectorMXBean::getCollectionTime,
                            TimeUnit.MILLISECONDS)
                    .description("Collections of garbage and the time they took")
                    .tag("collector", collector.getName())
                    .register(registry);
        }
    }

    private void memory(String area, MemoryMXBean bean, Function<MemoryMXBean, MemoryUsage> usage) {
        Gauge.builder("jvm.memory.used.bytes", bean, b -> usage.apply(b).getUsed())
                .description("Memory in use")
                .tag("area", area)
                .register(registry);
        Gauge.builder("jvm.memory.committed.bytes", bean, b -> usage.apply(b).getCommitted())
                .description("Memory taken from the system")
                .tag("area", area)
                .register(registry);
    }
}

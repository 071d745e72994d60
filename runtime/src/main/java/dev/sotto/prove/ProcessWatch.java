package dev.sotto.prove;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Watches whom a process talks to and which files it opens to write: looks at its sockets again and again and, where
 * {@code strace} is there and may, follows its system calls, which also catches what comes and goes between two looks.
 */
public final class ProcessWatch implements AutoCloseable {

    private static final List<Path> TRACERS = List.of(Path.of("/usr/bin/strace"), Path.of("/bin/strace"));
    private static final String CALLS = "trace=connect,sendto,sendmsg,sendmmsg,open,openat,creat";
    private static final String ATTACHED = " attached";
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_S = 5;

    private final long pid;
    private final Set<String> connections = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> written = Collections.synchronizedSet(new TreeSet<>());
    private final Optional<Process> tracer;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean attached;
    private volatile boolean watching = true;

    private ProcessWatch(long pid, Optional<Process> tracer) {
        this.pid = pid;
        this.tracer = tracer;
    }

    /** Begins to watch a process; returns once its calls are followed, if they can be. */
    public static ProcessWatch over(long pid) {
        ProcessWatch watch = new ProcessWatch(pid, attach(pid));
        watch.spawn("sotto-prove-sockets", watch::look);
        watch.tracer.ifPresent(process -> watch.spawn("sotto-prove-calls", () -> watch.read(process)));
        watch.awaitTracer();
        return watch;
    }

    private static Optional<Process> attach(long pid) {
        Optional<Path> strace = TRACERS.stream().filter(Files::isExecutable).findFirst();
        if (strace.isEmpty()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>();
        // -s 0: whom it goes to, never what.
        Stream.of(strace.get().toString(), "-f", "-s", "0", "-e", CALLS, "-p", Long.toString(pid))
                .forEach(command::add);
        try {
            return Optional.of(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void awaitTracer() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!attached && tracer.map(Process::isAlive).orElse(false) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void spawn(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void look() {
        while (watching) {
            try {
                Connections.of(pid).stream()
                        .filter(connection -> !connection.loopback())
                        .forEach(connection -> connections.add(connection.describe()));
            } catch (IOException | UncheckedIOException e) {
                return; // the process has ended
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void read(Process process) {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(this::note);
        } catch (IOException | UncheckedIOException e) {
            return; // the tracer was ended in mid-line
        }
    }

    private void note(String line) {
        if (line.contains("strace: Process ") && line.contains(ATTACHED)) {
            attached = true;
        }
        SystemCalls.destination(line).ifPresent(connections::add);
        SystemCalls.written(line).ifPresent(written::add);
    }

    /** Returns whether system calls are followed, and not only sockets looked at. */
    public boolean traces() {
        return attached && tracer.map(Process::isAlive).orElse(false);
    }

    /** Returns everybody off this machine's loopback that was seen so far. */
    public List<String> connections() {
        return List.copyOf(connections);
    }

    /** Returns the files that were opened to write so far, as the process named them. */
    List<Path> written() {
        return List.copyOf(written).stream().map(Path::of).toList();
    }

    @Override
    public void close() {
        watching = false;
        tracer.ifPresent(Process::destroy);
        try {
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

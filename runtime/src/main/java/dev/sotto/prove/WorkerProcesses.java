package dev.sotto.prove;

import java.io.IOException;
import java.util.List;

/** The processes that a server has listen for it: Java's, and started by it. Blocking. */
final class WorkerProcesses {

    private static final String JAVA = "/java";

    private final long server;

    WorkerProcesses(long server) {
        this.server = server;
    }

    private List<Long> pids() {
        return ProcessHandle.of(server).stream()
                .flatMap(ProcessHandle::children)
                .filter(child -> child.info().command().orElse("").endsWith(JAVA))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Searches all of their memory. */
    MemoryCounts search(MarkSearch search) throws IOException {
        return search(search, JavaProcess::heap);
    }

    /** Searches all of their memory after they collected their garbage. */
    MemoryCounts searchCollected(MarkSearch search) throws IOException {
        return search(search, JavaProcess::collect);
    }

    private MemoryCounts search(MarkSearch search, Look look) throws IOException {
        MemoryCounts all = new MemoryCounts();
        for (long pid : pids()) {
            all.add(new ProcessMemory(pid).search(search, look.at(new JavaProcess(pid))));
        }
        return all;
    }

    private interface Look {

        HeapLayout at(JavaProcess java) throws IOException;
    }
}

package dev.sotto.prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A running Java, as its own tool {@code jcmd} sees it. Needs a JDK, and to be its owner or root. Blocking. */
public final class JavaProcess {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final long PATIENCE_S = 60;

    private final long pid;

    public JavaProcess(long pid) {
        this.pid = pid;
    }

    /**
     * Has it collect all its garbage, and returns where what is alive lies then.
     *
     * @throws UnreadableProcessException if it cannot be reached, or its heap is not laid out as is expected
     */
    public HeapLayout collect() throws IOException {
        jcmd("GC.run");
        return heap();
    }

    /**
     * Returns where its heap lies and how full it is now.
     *
     * @throws UnreadableProcessException if it cannot be reached, or its heap is not laid out as is expected
     */
    public HeapLayout heap() throws IOException {
        return HeapLayout.parse(jcmd("GC.heap_info"));
    }

    private String jcmd(String command) throws IOException {
        if (!Files.isExecutable(JCMD)) {
            throw new UnreadableProcessException("there is no " + JCMD + "; looking into a server's heap needs a JDK");
        }
        Process process = new ProcessBuilder(JCMD.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new UnreadableProcessException("jcmd cannot reach process " + pid
                        + "; this needs root or the server's own user, and a server that may be attached to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while jcmd was at work", e));
        }
        return answer;
    }
}

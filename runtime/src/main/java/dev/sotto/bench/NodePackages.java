package dev.sotto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The packages of the peer, fetched when they are first needed; a benchmark's, never a server's. Blocking. */
final class NodePackages {

    private NodePackages() {}

    /** Installs what the lock file names, unless it is there. */
    static void install(Path folder, Consumer<String> progress) throws IOException {
        if (Files.isRegularFile(folder.resolve("node_modules/.package-lock.json"))) {
            return;
        }
        progress.accept("installing NLP.js for comparison (npm ci in " + folder + ")");
        int code = run(new ProcessBuilder("npm", "ci")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT));
        if (code != 0) {
            throw new IOException("npm could not install NLP.js; --peer none measures Sotto alone");
        }
    }

    private static int run(ProcessBuilder npm) throws IOException {
        Process process = npm.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

package dev.sotto.installed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a call of the launcher did. */
record Launch(int exitCode, List<String> out, List<String> err) {

    /** Whether bots can be spoken to: {@code on} or {@code off}. */
    static final String VOICE = "SOTTO_VOICE_SPEECH";

    private static final long PATIENCE_S = 60;

    /** The top of the repository. */
    static Path root() {
        // Maven runs tests in the folder of their module.
        return Path.of("").toAbsolutePath().resolve("..").normalize();
    }

    /** Calls {@code ./sotto} in the repository. */
    static Launch of(String... arguments) throws IOException, InterruptedException {
        return of(root(), root().resolve("sotto"), Map.of(), arguments);
    }

    /** Calls a launcher from a folder, with some variables of the environment changed; an empty value removes one. */
    static Launch of(Path from, Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("launch", ".out");
        Path err = Files.createTempFile("launch", ".err");
        try {
            Process process = builder(from, launcher, environment, arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after " + PATIENCE_S + " s: " + List.of(arguments));
            }
            return new Launch(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    static ProcessBuilder builder(Path from, Path launcher, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        // Voices take seconds and processors, and one test of its own has them.
        builder.environment().put(VOICE, "off");
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        return builder;
    }

    /** Returns all that a stream has. */
    static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}

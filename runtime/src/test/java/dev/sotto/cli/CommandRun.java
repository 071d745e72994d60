package dev.sotto.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command did, run inside the test's own process. */
record CommandRun(int exitCode, List<String> out, List<String> err) {

    static CommandRun of(String... args) {
        return reading("", args);
    }

    /** Runs a command that reads something from its standard input. */
    static CommandRun reading(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                Terminal.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), print(out), print(err));
        int code = Main.run(terminal, args);
        return new CommandRun(code, lines(out), lines(err));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream from) {
        return from.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

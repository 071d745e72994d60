package dev.sotto.cli;

import java.util.Arrays;

/** What a person is told of a command that failed, and with which exit code it ends. */
final class Failures {

    private Failures() {}

    /** Tells it, and returns the exit code. */
    static int tell(Terminal terminal, Exception failure) {
        if (failure instanceof CommandException known) {
            terminal.tell("sotto: " + known.getMessage());
            return known.exitCode();
        }
        // The message of an unforeseen exception may quote anything, so only its kind and its way are shown.
        terminal.tell("sotto: a fault of Sotto's own: " + failure.getClass().getName());
        Arrays.stream(failure.getStackTrace()).forEach(frame -> terminal.tell("    at " + frame));
        return ExitCode.MACHINE;
    }
}

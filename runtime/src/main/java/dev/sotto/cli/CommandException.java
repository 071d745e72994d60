package dev.sotto.cli;

import java.util.List;

/** A command cannot go on, for a reason that the person who ran it can mend. Printed as it is, without a trace. */
final class CommandException extends RuntimeException {

    private final int exitCode;

    private CommandException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** Wrong use or wrong input. */
    static CommandException wrongUse(String message) {
        return new CommandException(ExitCode.WRONG_USE, message);
    }

    /** Wrong input with a problem to each line. */
    static CommandException wrongUse(List<String> problems) {
        return wrongUse(String.join(System.lineSeparator(), problems));
    }

    /** The machine or the installation is at fault. */
    static CommandException machine(String message) {
        return new CommandException(ExitCode.MACHINE, message);
    }

    int exitCode() {
        return exitCode;
    }
}

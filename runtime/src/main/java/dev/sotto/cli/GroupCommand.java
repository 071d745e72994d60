package dev.sotto.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has commands below it. */
@Command(mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
final class GroupCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private GroupCommand() {}

    /** Makes a group with a first member. */
    static CommandLine of(String description, String name, Object member) {
        CommandLine group = new CommandLine(new GroupCommand());
        group.getCommandSpec().usageMessage().description(description);
        return group.addSubcommand(name, member);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}

package dev.sotto.cli;

import dev.sotto.yaml.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong with a command, in one line where one line will do, and decides the exit code. */
final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Terminal terminal;

    Complaints(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        terminal.tell(name + ": " + describe(wrong));
        terminal.tell("try: " + name + " --help");
        return ExitCode.WRONG_USE;
    }

    private static String describe(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String found = unmatched.getUnmatched().get(0);
            String what = found.startsWith("-") ? "unknown option " : "unknown argument ";
            Collection<String> valid = found.startsWith("-")
                    ? options(wrong.getCommandLine())
                    : wrong.getCommandLine().getSubcommands().keySet();
            String bare = found.startsWith("-") ? found.replaceFirst("=.*", "") : found;
            Optional<String> nearest = NearestName.of(bare, valid);
            return what + bare + nearest.map(n -> "; did you mean " + n + "?").orElse("");
        }
        return Objects.requireNonNullElse(wrong.getMessage(), "wrong use");
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(OptionSpec::names)
                .flatMap(Stream::of)
                .toList();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return Failures.tell(terminal, failure);
    }
}

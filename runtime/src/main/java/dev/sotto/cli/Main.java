package dev.sotto.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Sotto, as the library reads it. */
@Command(
        name = "sotto",
        description = "A voice-and-text bot runtime that keeps what people say to itself.",
        footer = {"", "sotto COMMAND --help tells more. Exit codes: 0 done, 1 falls short, 2 wrong use, 3 machine."},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class)
final class Main implements Runnable {

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs one command and returns its exit code. */
    static int run(Terminal terminal, String... args) {
        CommandLine root = new CommandLine(new Main());
        subcommands(terminal, args).forEach((name, command) -> root.addSubcommand(name, command.get()));
        Complaints complaints = new Complaints(terminal);
        return root.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .setOut(terminal.writer())
                .setErr(terminal.errorWriter())
                .execute(args);
    }

    /** Only the command that is wanted is taken apart, which is what makes a command line cheap to start. */
    private static Map<String, Supplier<Object>> subcommands(Terminal terminal, String... args) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("serve", () -> new ServeCommand(terminal));
        all.put("chat", () -> new ChatCommand(terminal));
        all.put("say", () -> new SayCommand(terminal));
        all.put("new", () -> new NewCommand(terminal));
        all.put("check", () -> new CheckCommand(terminal));
        all.put("test", () -> new TestCommand(terminal));
        all.put("train", () -> new TrainCommand(terminal));
        all.put("alias", () -> new AliasCommand(terminal));
        all.put("import", () -> new ImportCommand(terminal));
        all.put("export", () -> new ExportCommand(terminal));
        all.put("prove", () -> new ProveCommand(terminal));
        all.put(
                "evaluate",
                () -> GroupCommand.of(
                                "Measure the understanding on what somebody labelled.",
                                "nlu",
                                new EvaluateNluCommand(terminal))
                        .addSubcommand("slots", new EvaluateSlotsCommand(terminal))
                        .addSubcommand("speech", new EvaluateSpeechCommand(terminal)));
        all.put(
                "models",
                () -> GroupCommand.of("Look after models of speech.", "list", new ModelsListCommand(terminal))
                        .addSubcommand("install", new ModelsInstallCommand(terminal))
                        .addSubcommand("verify", new ModelsVerifyCommand(terminal))
                        .addSubcommand("remove", new ModelsRemoveCommand(terminal))
                        .addSubcommand("test", new ModelsTestCommand(terminal)));
        all.put(
                "config",
                () -> GroupCommand.of("Look at the configuration.", "explain", new ConfigExplainCommand(terminal)));
        all.put("keys", () -> GroupCommand.of("Look after API keys.", "new", new KeysNewCommand(terminal)));
        all.put(
                "bench",
                () -> GroupCommand.of("Measure Sotto beside a peer.", "turns", new BenchTurnsCommand(terminal))
                        .addSubcommand("idle", new BenchIdleCommand(terminal))
                        .addSubcommand("barge-in", new BenchBargeInCommand(terminal))
                        .addSubcommand("voice", new BenchVoiceCommand(terminal)));
        if (args.length > 0 && all.containsKey(args[0])) {
            all.keySet().retainAll(List.of(args[0]));
        }
        return all;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}

package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.Bot;
import dev.sotto.bot.testing.BotCheck;
import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.OperatingPoint;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a bot and tells how well it understands. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Train a bot anew, keep the model for the next start, and tell how well it understands.")
final class TrainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final OneBot bot = new OneBot();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BotCheck check = Workbench.sound(bot.choice());
        Bot sound = check.bot().orElseThrow();
        try (Workbench workbench = new Workbench()) {
            BotCompiler compiler = workbench.compiler();
            compiler.idOf(sound, check.source().orElseThrow()); // Opens the engine, which is no part of training.
            long began = System.nanoTime();
            try (BotLease lease =
                    compiler.train(sound, check.source().orElseThrow()).lease()) {
                long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                print(lease.version().id().value(), ms, compiler.measure(sound));
            }
        }
        return ExitCode.DONE;
    }

    private void print(String version, long ms, OperatingPoint point) {
        if (!json) {
            terminal.print("version " + version + ", trained in " + ms + " ms");
            terminal.print(point.describe());
            return;
        }
        ObjectNode result =
                JsonNodeFactory.instance.objectNode().put("version", version).put("ms", ms);
        result.putObject("operating_point")
                .put("threshold", point.threshold())
                .put("samples", point.samples())
                .put("understood", point.understood())
                .put("mistaken", point.mistaken());
        terminal.print(result);
    }
}

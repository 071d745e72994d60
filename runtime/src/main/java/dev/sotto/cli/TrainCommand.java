package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.bot.testing.BotCheck;
import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.BotLease;
import dev.sotto.bot.version.OperatingPoint;
import java.util.LinkedHashMap;
import java.util.Map;
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
        WrittenBot sound = check.written().orElseThrow();
        try (Workbench workbench = new Workbench()) {
            BotCompiler compiler = workbench.compiler();
            compiler.idOf(sound); // Opens the engine, which is no part of training.
            long began = System.nanoTime();
            try (BotLease lease = compiler.train(sound).lease()) {
                long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                print(lease.version().id().value(), ms, points(sound, compiler));
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, OperatingPoint> points(WrittenBot bot, BotCompiler compiler) {
        Map<String, OperatingPoint> points = new LinkedHashMap<>();
        bot.locales().forEach(locale -> points.put(locale.locale().toLanguageTag(), compiler.measure(locale)));
        return points;
    }

    private void print(String version, long ms, Map<String, OperatingPoint> points) {
        if (!json) {
            terminal.print("version " + version + ", trained in " + ms + " ms");
            points.forEach(
                    (locale, point) -> terminal.print((points.size() > 1 ? locale + ": " : "") + point.describe()));
            return;
        }
        ObjectNode result =
                JsonNodeFactory.instance.objectNode().put("version", version).put("ms", ms);
        put(result.putObject("operating_point"), points.values().iterator().next());
        if (points.size() > 1) {
            ObjectNode locales = result.putObject("locales");
            points.forEach((locale, point) -> put(locales.putObject(locale), point));
        }
        terminal.print(result);
    }

    private static void put(ObjectNode object, OperatingPoint point) {
        object.put("threshold", point.threshold())
                .put("samples", point.samples())
                .put("understood", point.understood())
                .put("mistaken", point.mistaken());
    }
}

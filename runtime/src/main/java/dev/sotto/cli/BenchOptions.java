package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.testing.BotCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** What each measurement with the bank lets one choose, and how it is run. */
final class BenchOptions {

    @Option(names = "--bots", paramLabel = "DIR", description = "The directory with the folder of the bank.")
    private Path bots = Installation.bots();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** A measurement that is ready to run. */
    interface Measurement {
        ObjectNode run() throws IOException, TimeoutException;
    }

    Path bots() {
        return bots;
    }

    boolean json() {
        return json;
    }

    /** Returns the bot that is measured, or refuses one that has mistakes. */
    BotCheck bank() {
        return Workbench.sound(BotChoice.of("bank", bots));
    }

    /** Returns the settings, or refuses what does not make a measurement. */
    static <T> T settings(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        }
    }

    static Duration ofSeconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Runs a measurement; what keeps it from its end is the machine's fault. */
    static ObjectNode run(Measurement measurement) {
        try {
            return measurement.run();
        } catch (IOException | TimeoutException e) {
            throw CommandException.machine(String.valueOf(e.getMessage()));
        }
    }
}

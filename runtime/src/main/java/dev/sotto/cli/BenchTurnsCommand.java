package dev.sotto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bench.TurnsBench;
import dev.sotto.bench.TurnsSettings;
import dev.sotto.bot.Bot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures turns. */
@Command(
        name = "turns",
        mixinStandardHelpOptions = true,
        description = {
            "Measure how long turns take at a steady rate, how many there can be and how well they are understood,",
            "beside the same bot served by NLP.js. Takes about four minutes; docs/bench.md tells how it is done."
        })
final class BenchTurnsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--rate", paramLabel = "N", description = "Turns a second; 300 usually.")
    private double rate = 300;

    @Option(names = "--most", paramLabel = "N", description = "The highest rate to be tried, 20000 usually.")
    private double most = 20_000;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of a run; 8 usually.")
    private double seconds = 8;

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each side; 5 usually.")
    private int runs = 5;

    @Option(names = "--warm-up", paramLabel = "N", description = "Seconds before anything counts; 20 usually.")
    private double warmUp = 20;

    @Option(names = "--connections", paramLabel = "N", description = "Connections; 100 usually.")
    private int connections = 100;

    @Mixin
    private final PeerOption peer = new PeerOption();

    @Mixin
    private final BenchOptions options = new BenchOptions();

    BenchTurnsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Bot bank = options.bank().bot().orElseThrow();
        TurnsBench bench = new TurnsBench(Installation.root(), options.bots(), bank, settings(), terminal::tell);
        print(BenchOptions.run(bench::run));
        return ExitCode.DONE;
    }

    private TurnsSettings settings() {
        return BenchOptions.settings(() -> new TurnsSettings(
                rate,
                most,
                connections,
                runs,
                BenchOptions.ofSeconds(seconds),
                BenchOptions.ofSeconds(warmUp),
                peer.peer()));
    }

    private void print(ObjectNode result) {
        if (options.json()) {
            terminal.print(result);
            return;
        }
        JsonNode ratio = result.path("ratio");
        terminal.print(String.format("%-20s%14s%14s%14s", "", "sotto", "nlpjs", "sotto/nlpjs"));
        result.path("sotto").properties().forEach(figure -> {
            if (figure.getValue().isNumber()) {
                String name = figure.getKey();
                terminal.print(String.format(
                        "%-20s%14s%14s%14s",
                        name,
                        figure.getValue().asText(),
                        result.path("nlpjs").path(name).asText(),
                        ratio.path(name).asText()));
            }
        });
    }
}

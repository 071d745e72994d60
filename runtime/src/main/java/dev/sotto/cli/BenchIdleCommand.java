package dev.sotto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bench.IdleBench;
import dev.sotto.bot.Bot;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures idle sessions. */
@Command(
        name = "idle",
        mixinStandardHelpOptions = true,
        description = {
            "Measure the resident memory of sessions in which nobody says anything, each attached over a WebSocket",
            "with TLS, beside NLP.js behind the same. docs/bench.md tells how it is done."
        })
final class BenchIdleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--sessions", paramLabel = "N", split = ",", description = "How many; 1000,10000 usually.")
    private List<Integer> sessions = List.of(1_000, 10_000);

    @Option(names = "--warm-up", paramLabel = "N", description = "Sessions that come and go before; 500 usually.")
    private int warmUp = 500;

    @Option(names = "--settle", paramLabel = "N", description = "Seconds to tidy up before it counts; 30 usually.")
    private double settle = 30;

    @Mixin
    private final PeerOption peer = new PeerOption();

    @Mixin
    private final BenchOptions options = new BenchOptions();

    BenchIdleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Bot bank = options.bank().bot().orElseThrow();
        IdleBench bench = new IdleBench(Installation.root(), options.bots(), bank, settings(), terminal::tell);
        print(BenchOptions.run(bench::run));
        return ExitCode.DONE;
    }

    private IdleBench.Settings settings() {
        return BenchOptions.settings(
                () -> new IdleBench.Settings(sessions, warmUp, BenchOptions.ofSeconds(settle), peer.peer()));
    }

    private void print(ObjectNode result) {
        if (options.json()) {
            terminal.print(result);
            return;
        }
        terminal.print(String.format(
                Locale.ROOT, "%10s%20s%20s%14s", "sessions", "sotto KiB each", "nlpjs KiB each", "sotto/nlpjs"));
        for (JsonNode row : result.path("sessions")) {
            terminal.print(String.format(
                    Locale.ROOT,
                    "%10d%20s%20s%14s",
                    row.path("count").asInt(),
                    row.path("sotto").path("kib_per_session").asText(),
                    row.path("nlpjs").path("kib_per_session").asText(),
                    row.path("ratio").asText()));
        }
    }
}

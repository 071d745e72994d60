package dev.sotto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bench.VoiceBench;
import dev.sotto.bot.testing.BotCheck;
import dev.sotto.bot.version.BotLease;
import dev.sotto.speech.embedded.CompiledEar;
import dev.sotto.speech.frontend.Band;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures listening. */
@Command(
        name = "voice",
        mixinStandardHelpOptions = true,
        description = {
            "Measure what it costs to listen and how many lines this machine listens to at once, beside a bare loop",
            "over libvosk on the same audio with the same model. Takes some minutes; docs/bench.md"
        })
final class BenchVoiceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each side over each call; 3 usually.")
    private int runs = 3;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of each try at so many lines; 15 usually.")
    private double seconds = 15;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    BenchVoiceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        VoiceBench.Settings settings =
                BenchOptions.settings(() -> new VoiceBench.Settings(runs, BenchOptions.ofSeconds(seconds)));
        VoiceBench bench = new VoiceBench(ear(), settings, terminal::tell);
        print(BenchOptions.run(bench::run));
        return ExitCode.DONE;
    }

    private CompiledEar ear() {
        BotCheck check = options.bank();
        try (Workbench workbench = new Workbench();
                BotLease lease = workbench
                        .compiler()
                        .compile(check.written().orElseThrow())
                        .lease()) {
            return OwnEar.compiled(lease.version().main(), Set.of(Band.WIDE));
        }
    }

    private void print(ObjectNode result) {
        if (options.json()) {
            terminal.print(result);
            return;
        }
        for (String call : new String[] {"call", "call_with_captions", "orders"}) {
            JsonNode row = result.path(call);
            JsonNode cpu = row.path("cpu_per_second");
            terminal.print(String.format(
                    Locale.ROOT,
                    "%-20s%3.0f %% speech: sotto %s, libvosk %s processor seconds a second; ratio %s; stages %s",
                    call,
                    100 * row.path("speech").asDouble(),
                    cpu.path("sotto").path("median").asText(),
                    cpu.path("libvosk").path("median").asText(),
                    row.path("ratio").asText(),
                    row.path("stages")));
        }
        JsonNode streams = result.path("streams");
        terminal.print(String.format(
                Locale.ROOT,
                "lines a processor: sotto %s, libvosk %s",
                streams.path("sotto").path("per_processor").asText(),
                streams.path("libvosk").path("per_processor").asText()));
    }
}

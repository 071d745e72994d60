package dev.sotto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bench.BargeInBench;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how soon a bot answers aloud, and falls silent. */
@Command(
        name = "barge-in",
        mixinStandardHelpOptions = true,
        description = {
            "Speak to a bot and over its answer, and measure from the end of speech to the first sound of the answer,",
            "and from the first sound of a voice over it until it is softer and until it is silent. docs/bench.md"
        })
final class BenchBargeInCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--trials", paramLabel = "N", description = "Conversations that count; 20 usually.")
    private int trials = 20;

    @Option(names = "--warm-up", paramLabel = "N", description = "Conversations before anything counts; 3 usually.")
    private int warmUp = 3;

    @Option(names = "--settle", paramLabel = "N", description = "Seconds to speak prompts ahead; 30 usually.")
    private double settle = 30;

    @Mixin
    private final BenchOptions options = new BenchOptions();

    BenchBargeInCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        options.bank();
        BargeInBench bench = new BargeInBench(Installation.root(), options.bots(), settings(), terminal::tell);
        print(BenchOptions.run(bench::run));
        return ExitCode.DONE;
    }

    private BargeInBench.Settings settings() {
        return BenchOptions.settings(() -> new BargeInBench.Settings(trials, warmUp, BenchOptions.ofSeconds(settle)));
    }

    private void print(ObjectNode result) {
        if (options.json()) {
            terminal.print(result);
            return;
        }
        JsonNode audio = result.path("end_of_speech_to_audio_ms");
        JsonNode voice = result.path("voice_to_ms");
        terminal.print(String.format(Locale.ROOT, "%-44s%6s%10s%10s%10s", "milliseconds", "n", "p50", "p95", "most"));
        JsonNode words = result.path("end_of_speech_to_words_ms");
        print("end of speech to its words", words.path("cached"));
        print("end of speech to a prompt spoken ahead", audio.path("cached"));
        print("end of speech over the bot to its words", words.path("new_values"));
        print("end of speech to an answer with new values", audio.path("new_values"));
        print("first sound of a voice to softer", voice.path("ducked"));
        print("first sound of a voice to silent", voice.path("stopped"));
    }

    private void print(String what, JsonNode row) {
        terminal.print(String.format(
                Locale.ROOT,
                "%-44s%6d%10s%10s%10s",
                what,
                row.path("n").asInt(),
                row.path("p50").asText(),
                row.path("p95").asText(),
                row.path("most").asText()));
    }
}

package dev.sotto.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.client.ClientLoop;
import dev.sotto.client.SottoClient;
import dev.sotto.nlu.evaluation.Percentile;
import dev.sotto.voice.Elocution;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Measures how soon a bot that is spoken to answers aloud, and how soon it falls silent when it is spoken over. The whole
 * way counts: from the frame of audio that is sent to the frame that comes. Blocking.
 */
public final class BargeInBench {

    private static final String BOT = "bank";
    private static final int PATIENCE_S = 60;
    private static final List<String> QUESTIONS = List.of(
            "what are your opening hours", "when are you open", "what time do you close", "opening times please");
    private static final List<String> PAYEES = List.of("my landlord", "my sister", "the gas company", "my brother");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ONES = List.of("one", "two", "three", "four", "five", "six", "seven", "nine");

    private final Path root;
    private final Path bots;
    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * How it is measured.
     *
     * @param trials how many conversations, one after the other
     * @param warmUp conversations before anything counts
     * @param settle how long the server may speak ahead what it always says
     */
    public record Settings(int trials, int warmUp, Duration settle) {

        public Settings {
            if (trials < 1 || warmUp < 0 || settle.isNegative()) {
                throw new IllegalArgumentException("expected at least one trial");
            }
        }
    }

    /**
     * Prepares it.
     *
     * @param root the folder with the launcher
     * @param bots the directory with the bank's folder
     * @param progress is told what is being done
     */
    public BargeInBench(Path root, Path bots, Settings settings, Consumer<String> progress) {
        this.root = root;
        this.bots = bots;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @throws IOException if the server does not start, or has no voice
     */
    public ObjectNode run() throws IOException, TimeoutException {
        ObjectNode result =
                JsonNodeFactory.instance.objectNode().put("bench", "barge-in").set("machine", Machine.describe());
        result.putObject("settings")
                .put("bot", BOT)
                .put("trials", settings.trials())
                .put("warm_up", settings.warmUp())
                .put("line", "one WebSocket with TLS, 16 kHz, frames of 20 ms at their own pace");
        Vertx vertx = ClientLoop.start();
        try (SottoSide sotto = SottoSide.start(vertx, root, bots)) {
            demandVoice(sotto.process().ready());
            progress.accept("the server speaks ahead what it always says");
            Pace pace = Pace.real();
            pace.until(pace.nanos() + settings.settle().toNanos());
            try (SottoClient client = sotto.speakers()) {
                put(trials(client), result);
            }
        } finally {
            vertx.close().await(PATIENCE_S, TimeUnit.SECONDS);
        }
        return result.put("load_after", Machine.load());
    }

    private static void demandVoice(JsonNode ready) throws IOException {
        if (!ready.path("voice_ms").isNumber()) {
            throw new IOException("the server has no voice: "
                    + ready.path("voice_unavailable").asText());
        }
    }

    private List<Interruption.Times> trials(SottoClient client) throws TimeoutException {
        Elocution elocution = new Elocution();
        List<Interruption.Times> all = new ArrayList<>();
        for (int i = 0; i < settings.warmUp() + settings.trials(); i++) {
            Interruption trial = new Interruption(
                    Recorded.spoken(elocution, QUESTIONS.get(i % QUESTIONS.size())),
                    Recorded.spoken(elocution, transfer(i)));
            Interruption.Times times = client.openVoice(BOT, "auto", "pcm_s16le", Elocution.FORMAT.sampleRate(), trial)
                    .compose(trial::run)
                    .await(PATIENCE_S, TimeUnit.SECONDS);
            if (i >= settings.warmUp()) {
                all.add(times);
                progress.accept(String.format(Locale.ROOT, "%d of %d", all.size(), settings.trials()));
            }
        }
        return all;
    }

    /** Another amount each time, so that nothing of the answer was ever spoken before. */
    private static String transfer(int number) {
        String amount = TENS.get(number % TENS.size()) + " " + ONES.get(number / TENS.size() % ONES.size());
        return "send " + amount + " pounds to " + PAYEES.get(number % PAYEES.size());
    }

    private static void put(List<Interruption.Times> all, ObjectNode result) {
        ObjectNode audio = result.putObject("end_of_speech_to_audio_ms");
        audio.set("cached", figures(all, Interruption.Times::cached));
        audio.set("new_values", figures(all, Interruption.Times::fresh));
        ObjectNode words = result.putObject("end_of_speech_to_words_ms");
        words.set("cached", figures(all, Interruption.Times::known));
        words.set("new_values", figures(all, Interruption.Times::knownAgain));
        ObjectNode voice = result.putObject("voice_to_ms");
        voice.set("ducked", figures(all, Interruption.Times::ducked));
        voice.set("stopped", figures(all, Interruption.Times::stopped));
        int heard = all.stream().mapToInt(Interruption.Times::heard).sum();
        Spread.put(result, "heard_to_the_word", heard / (2.0 * all.size()));
    }

    /** What never happened has no time; {@code n} tells of how many that holds. */
    private static ObjectNode figures(
            List<Interruption.Times> all, Function<Interruption.Times, OptionalDouble> figure) {
        double[] sorted = all.stream()
                .map(figure)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("n", sorted.length);
        Spread.put(node, "p50", Percentile.of(0.5, sorted));
        Spread.put(node, "p95", Percentile.of(0.95, sorted));
        Spread.put(node, "most", Percentile.of(1, sorted));
        return node;
    }
}

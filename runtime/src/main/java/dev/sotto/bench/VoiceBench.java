package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.nlu.embedding.EncoderUnavailableException;
import dev.sotto.process.ProcessFigures;
import dev.sotto.speech.Telling;
import dev.sotto.speech.activity.SileroDetector;
import dev.sotto.speech.embedded.CompiledEar;
import dev.sotto.speech.embedded.Ear;
import dev.sotto.speech.frontend.Band;
import dev.sotto.voice.Elocution;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures what it costs to listen, and how many lines this machine listens to, beside a bare loop over libvosk on the
 * same audio with the same model. Blocking.
 */
public final class VoiceBench {

    /** Later than this nobody calls it listening. */
    private static final double TOO_LATE_MS = 200;

    /** Frames of silence behind a sentence that make it a turn: 0.9 s. */
    private static final int TURN = 45;

    private static final double CALL_PAUSES = 1.5;
    private static final double MICROS = 1e6;
    private static final List<String> SENTENCES = List.of(
            "what are your opening hours",
            "send forty pounds to my landlord",
            "how much money have I got",
            "I have lost my debit card",
            "when are you open",
            "pay one hundred and twenty pounds to the gas company",
            "block my credit card please",
            "what is my balance",
            "I want to talk to a person",
            "send thirty five pounds to my brother");

    private final CompiledEar ear;
    private final Settings settings;
    private final Consumer<String> progress;

    /** What is listened to, and whether somebody sees the words so far. */
    private record Case(String name, SpokenCall call, Telling telling) {}

    /**
     * How it is measured.
     *
     * @param runs of each side over each call, taken in turns; medians count
     * @param length of each attempt at so many lines
     */
    public record Settings(int runs, Duration length) {

        public Settings {
            if (runs < 1 || length.compareTo(Duration.ofSeconds(5)) < 0) {
                throw new IllegalArgumentException("expected at least one run, and 5 seconds");
            }
        }
    }

    /**
     * Prepares it.
     *
     * @param ear of the demo bot that the sentences are for
     * @param progress is told what is being done
     */
    public VoiceBench(CompiledEar ear, Settings settings, Consumer<String> progress) {
        this.ear = ear;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Measures.
     *
     * @throws IOException if this machine cannot tell voices from noise
     */
    public ObjectNode run() throws IOException {
        ObjectNode result =
                JsonNodeFactory.instance.objectNode().put("bench", "voice").set("machine", Machine.describe());
        result.putObject("settings")
                .put("bot", "bank")
                .put("runs", settings.runs())
                .put("chunk_ms", SpokenCall.CHUNK.toMillis())
                .put("too_late_ms", TOO_LATE_MS);
        Elocution elocution = new Elocution();
        List<Recorded> sentences = SENTENCES.stream()
                .map(sentence -> Recorded.spoken(elocution, sentence))
                .toList();
        SpokenCall call = SpokenCall.of(sentences, CALL_PAUSES, TURN);
        SpokenCall orders = SpokenCall.of(sentences, 0, TURN);
        List<Case> cases = List.of(
                new Case("call", call, Telling.WHEN_OVER),
                new Case("call_with_captions", call, Telling.AS_SPOKEN),
                new Case("orders", orders, Telling.AS_SPOKEN));
        StageTimes warmUp = new StageTimes();
        try (Ear own = new Ear(ear);
                SileroDetector detector = SileroDetector.open();
                BareLoop bare = new BareLoop(ear.model(Band.WIDE))) {
            SottoHearing warm = new SottoHearing(own, detector, ear.locale(), Telling.AS_SPOKEN, warmUp);
            cpuSeconds(warm, orders);
            cpuSeconds(bare, orders);
            for (Case each : cases) {
                StageTimes times = new StageTimes();
                SottoHearing sotto = new SottoHearing(own, detector, ear.locale(), each.telling(), times);
                result.set(each.name(), cost(each, sotto, bare, times));
            }
            result.set("streams", streams(call, warm, bare));
        } catch (EncoderUnavailableException e) {
            throw new IOException(e.getMessage(), e);
        }
        return result.put("load_after", Machine.load());
    }

    private ObjectNode cost(Case each, Hearing.Side sotto, Hearing.Side bare, StageTimes times) throws IOException {
        SpokenCall call = each.call();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int run = 0; run < settings.runs(); run++) {
            progress.accept(each.name() + " " + (run + 1) + " of " + settings.runs());
            ours.add(cpuSeconds(sotto, call) / call.seconds());
            theirs.add(cpuSeconds(bare, call) / call.seconds());
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Spread.put(node, "seconds", call.seconds());
        Spread.put(node, "speech", call.share());
        ObjectNode cpu = node.putObject("cpu_per_second");
        cpu.set(sotto.name(), Spread.of(ours).asJson());
        cpu.set(bare.name(), Spread.of(theirs).asJson());
        Spread.put(node, "ratio", Spread.of(ours).median() / Spread.of(theirs).median());
        node.set("stages", times.shares());
        return node;
    }

    /** Returns the seconds of processor time, of the whole process, that a call takes as fast as it goes. */
    private static double cpuSeconds(Hearing.Side side, SpokenCall call) throws IOException {
        long own = ProcessHandle.current().pid();
        long before = ProcessFigures.cpuMicros(own);
        try (Hearing hearing = side.open()) {
            for (int chunk = 0; chunk < call.chunks(); chunk++) {
                call.play(chunk, hearing);
            }
        }
        return (ProcessFigures.cpuMicros(own) - before) / MICROS;
    }

    private ObjectNode streams(SpokenCall call, Hearing.Side sotto, Hearing.Side bare) {
        int processors = Runtime.getRuntime().availableProcessors();
        Streams streams = new Streams(call, processors, settings.length());
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("processors", processors);
        double ours = perProcessor(streams, sotto, processors);
        double theirs = perProcessor(streams, bare, processors);
        Spread.put(node.putObject(sotto.name()), "per_processor", ours);
        Spread.put(node.putObject(bare.name()), "per_processor", theirs);
        Spread.put(node, "ratio", ours / theirs);
        return node;
    }

    /** Adds one line a processor at a time, until words come too late twice in a row. */
    private double perProcessor(Streams streams, Hearing.Side side, int processors) {
        int borne = 0;
        int failed = 0;
        for (int each = 1; failed < 2; each++) {
            double p95 = streams.p95(side, each * processors);
            progress.accept(
                    String.format(Locale.ROOT, "%s: %d lines, p95 %.0f ms", side.name(), each * processors, p95));
            if (p95 <= TOO_LATE_MS) {
                borne = each;
                failed = 0;
            } else {
                failed++;
            }
        }
        return borne;
    }
}

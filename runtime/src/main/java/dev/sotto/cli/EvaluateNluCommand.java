package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.nlu.evaluation.IntentEvaluation;
import dev.sotto.nlu.evaluation.IntentReport;
import dev.sotto.nlu.evaluation.LabelledText;
import dev.sotto.process.ProcessFigures;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the understanding of intents on texts that somebody labelled. */
@Command(
        name = "nlu",
        mixinStandardHelpOptions = true,
        description = {
            "Train on labelled texts, and tell how well others are understood: accuracy, calibration, cost.",
            "A file holds a text, a tab and an intent to a line; or, where its name ends in .jsonl, a JSON object to a line"
                    + " with text and intent."
        })
final class EvaluateNluCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final EvaluateOptions options = new EvaluateOptions();

    @Option(names = "--oos", paramLabel = "FILE", description = "Texts that belong to no intent.")
    private @Nullable Path outOfScope;

    EvaluateNluCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<LabelledText> training = options.training();
        List<LabelledText> tested = options.tested();
        List<LabelledText> outside = outOfScope == null ? List.of() : LabelledFile.read(outOfScope);
        try (EvaluatedEngine.Open open = options.open()) {
            IntentReport report =
                    new IntentEvaluation(open.engine(), open.encoder(), Locale.ENGLISH, training).run(tested, outside);
            long rss = ProcessFigures.ownResidentMib();
            if (options.json()) {
                terminal.print(asJson(report, rss));
            } else {
                describe(report, rss);
            }
        }
        return ExitCode.DONE;
    }

    private static ObjectNode asJson(IntentReport report, long rss) {
        ObjectNode result = JsonNodeFactory.instance
                .objectNode()
                .put("n", report.n())
                .put("accuracy", report.accuracy())
                .put("macro_f1", report.macroF1())
                .put("ece", report.ece());
        report.outOfScope().ifPresentOrElse(out -> result.set("oos", asJson(out)), () -> result.putNull("oos"));
        result.put("train_cpu_s", report.trainCpuSeconds());
        ObjectNode cpu = result.putObject("cpu_us")
                .put("p50", report.cpu().p50())
                .put("p99", report.cpu().p99());
        Figures.put(cpu, "encoder_p50", report.encoderP50());
        return result.put("rss_mib", rss);
    }

    private static ObjectNode asJson(IntentReport.OutOfScope out) {
        ObjectNode oos = JsonNodeFactory.instance.objectNode().put("auroc", out.auroc());
        Figures.put(oos, "recall_at_in_scope_95_4", out.recallAtInScope954());
        oos.set("careful", asJson(out.careful()));
        oos.set("quiet", asJson(out.quiet()));
        return oos;
    }

    private static ObjectNode asJson(IntentReport.OperatingPoint point) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("in_scope", point.inScope())
                .put("recall", point.recall());
    }

    private void describe(IntentReport report, long rss) {
        print(
                "%d texts: accuracy %.2f %%, macro-F1 %.2f %%, calibration error %.2f %%",
                report.n(), 100 * report.accuracy(), 100 * report.macroF1(), 100 * report.ece());
        Optional<IntentReport.OutOfScope> outside = report.outOfScope();
        if (outside.isPresent()) {
            IntentReport.OutOfScope out = outside.get();
            print("out of scope: AUROC %.2f %%", 100 * out.auroc());
            if (out.recallAtInScope954().isPresent()) {
                print(
                        "  %.1f %% rejected where 95.4 %% in scope are right",
                        100 * out.recallAtInScope954().getAsDouble());
            }
            describe("careful", out.careful());
            describe("quiet", out.quiet());
        }
        print(
                "training %.1f s of CPU; one text %.0f us, p99 %.0f us; %d MiB resident",
                report.trainCpuSeconds(), report.cpu().p50(), report.cpu().p99(), rss);
    }

    private void describe(String name, IntentReport.OperatingPoint point) {
        print(
                "  %s (threshold %.2f): %.1f %% in scope right, %.1f %% out of scope rejected",
                name, point.threshold(), 100 * point.inScope(), 100 * point.recall());
    }

    private void print(String format, Object... values) {
        terminal.print(String.format(Locale.ROOT, format, values));
    }
}

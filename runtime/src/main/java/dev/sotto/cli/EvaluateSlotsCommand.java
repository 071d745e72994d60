package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sotto.nlu.evaluation.LabelledText;
import dev.sotto.nlu.evaluation.SlotEvaluation;
import dev.sotto.nlu.evaluation.SlotReport;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the reading of slots on texts that somebody labelled. */
@Command(
        name = "slots",
        mixinStandardHelpOptions = true,
        description = {
            "Train on texts with slot values, and tell how many of others' are found.",
            "A file holds a JSON object to a line, with text, intent and slots; its name ends in .jsonl."
        })
final class EvaluateSlotsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final EvaluateOptions options = new EvaluateOptions();

    EvaluateSlotsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<LabelledText> training = options.training();
        List<LabelledText> tested = options.tested();
        try (EvaluatedEngine.Open open = options.open()) {
            print(new SlotEvaluation(open.engine(), Locale.ENGLISH, training).run(tested));
        }
        return ExitCode.DONE;
    }

    private void print(SlotReport report) {
        if (options.json()) {
            terminal.print(JsonNodeFactory.instance
                    .objectNode()
                    .put("n", report.n())
                    .put("precision", report.precision())
                    .put("recall", report.recall())
                    .put("f1", report.f1())
                    .put("intent_accuracy", report.intentAccuracy())
                    .put("sentence_accuracy", report.sentenceAccuracy()));
            return;
        }
        terminal.print(String.format(
                Locale.ROOT,
                "%d texts: slots precision %.2f %%, recall %.2f %%, F1 %.2f %%; intents %.2f %%, whole texts %.2f %%",
                report.n(),
                100 * report.precision(),
                100 * report.recall(),
                100 * report.f1(),
                100 * report.intentAccuracy(),
                100 * report.sentenceAccuracy()));
    }
}

package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sotto.nlu.evaluation.LabelledText;
import dev.sotto.nlu.evaluation.SlotEvaluation;
import dev.sotto.nlu.evaluation.SlotReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

    @Option(names = "--train", required = true, paramLabel = "FILE", description = "The texts to learn.")
    private Path train;

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "The texts to read.")
    private Path test;

    @Option(
            names = "--encoder",
            paramLabel = "ENCODER",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private EvaluatedEngine encoder = EvaluatedEngine.MINILM;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    EvaluateSlotsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<LabelledText> training = LabelledFile.read(train);
        List<LabelledText> tested = LabelledFile.read(test);
        try (EvaluatedEngine.Open open = encoder.open()) {
            print(new SlotEvaluation(open.engine(), Locale.ENGLISH, training).run(tested));
        }
        return ExitCode.DONE;
    }

    private void print(SlotReport report) {
        if (json) {
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

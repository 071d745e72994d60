package dev.sotto.cli;

import dev.sotto.nlu.evaluation.LabelledText;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What each evaluation on labelled texts lets one choose. */
final class EvaluateOptions {

    @Option(names = "--train", required = true, paramLabel = "FILE", description = "The texts to learn.")
    private Path train;

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "The texts to understand.")
    private Path test;

    @Option(
            names = "--encoder",
            paramLabel = "ENCODER",
            description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    private EvaluatedEngine encoder = EvaluatedEngine.MINILM;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    List<LabelledText> training() {
        return LabelledFile.read(train);
    }

    List<LabelledText> tested() {
        return LabelledFile.read(test);
    }

    EvaluatedEngine.Open open() {
        return encoder.open();
    }

    boolean json() {
        return json;
    }
}

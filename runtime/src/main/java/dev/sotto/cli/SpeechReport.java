package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.nlu.evaluation.Percentile;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** How well recordings were heard and understood. */
record SpeechReport(List<SpokenOutcome> outcomes, long rssMebibytes) {

    ObjectNode asJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("n", outcomes.size());
        Figures.put(node, "wer", wer());
        Figures.put(node, "accepted", accepted(SpokenOutcome.Strictness.LOTS_ARE_A_LOT));
        Figures.put(node, "accepted_to_the_word", accepted(SpokenOutcome.Strictness.TO_THE_WORD));
        node.put("not_understood", notUnderstood());
        ArrayNode rows = node.putArray("per_row");
        outcomes.forEach(outcome -> rows.add(outcome.asJson()));
        node.put("rtf", realTimeFactor());
        node.putObject("endpoint_ms").put("p50", endpointMs(0.5)).put("p95", endpointMs(0.95));
        return node.put("rss_mib", rssMebibytes);
    }

    String describe() {
        StringBuilder text = new StringBuilder(outcomes.size() + " recordings");
        accepted(SpokenOutcome.Strictness.LOTS_ARE_A_LOT)
                .ifPresent(share -> text.append(percent(", %.1f %% accepted", share)));
        accepted(SpokenOutcome.Strictness.TO_THE_WORD)
                .ifPresent(share -> text.append(percent(" (%.1f %% to the word)", share)));
        wer().ifPresent(share -> text.append(percent(", word errors %.1f %%", share)));
        text.append(percent(", %.1f %% not understood", notUnderstood()));
        return text.append(String.format(
                        Locale.ROOT,
                        "%n%.3f of real time; from the end of a turn to its words p50 %.0f ms, p95 %.0f ms; %d MiB resident",
                        realTimeFactor(),
                        endpointMs(0.5),
                        endpointMs(0.95),
                        rssMebibytes))
                .toString();
    }

    private static String percent(String format, double share) {
        return String.format(Locale.ROOT, format, 100 * share);
    }

    private OptionalDouble accepted(SpokenOutcome.Strictness strictness) {
        List<SpokenOutcome> labelled = outcomes.stream()
                .filter(outcome -> outcome.row().wanted().isPresent())
                .toList();
        return labelled.stream()
                .mapToDouble(outcome -> outcome.isAccepted(strictness) ? 1 : 0)
                .average();
    }

    /** What ended in the bot's words for not having understood, whatever it was. */
    private double notUnderstood() {
        return outcomes.stream()
                .mapToDouble(outcome -> outcome.intent().isEmpty() ? 1 : 0)
                .average()
                .orElse(0);
    }

    private OptionalDouble wer() {
        int errors = 0;
        int words = 0;
        for (SpokenOutcome outcome : outcomes) {
            if (outcome.row().transcript().isPresent()) {
                List<String> said = WordErrors.words(outcome.row().transcript().get());
                errors += WordErrors.between(said, WordErrors.words(outcome.transcript()));
                words += said.size();
            }
        }
        return words == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) errors / words);
    }

    private double realTimeFactor() {
        double audio =
                outcomes.stream().mapToDouble(SpokenOutcome::audioSeconds).sum();
        return outcomes.stream().mapToDouble(SpokenOutcome::decodedSeconds).sum() / audio;
    }

    private double endpointMs(double share) {
        double[] sorted = outcomes.stream()
                .mapToDouble(outcome -> 1000 * outcome.decodedSeconds())
                .sorted()
                .toArray();
        return Percentile.of(share, sorted);
    }
}

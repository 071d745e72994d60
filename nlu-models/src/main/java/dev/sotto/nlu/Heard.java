package dev.sotto.nlu;

import dev.sotto.sensitive.Utterance;
import java.util.List;

/**
 * What was typed or heard: one to {@value #MAX_HYPOTHESES} guesses, the likeliest first. Typed text is a single one of
 * confidence 1.
 */
public record Heard(List<Hypothesis> hypotheses) {

    /** As many alternatives as Lex V2 passes to a hook, and a few more for re-ranking. */
    public static final int MAX_HYPOTHESES = 10;

    public Heard {
        hypotheses = List.copyOf(hypotheses);
        if (hypotheses.isEmpty() || hypotheses.size() > MAX_HYPOTHESES) {
            throw new IllegalArgumentException("expected 1 to " + MAX_HYPOTHESES + " hypotheses");
        }
    }

    /** Returns typed text as something heard with certainty. */
    public static Heard typed(Utterance utterance) {
        return new Heard(List.of(new Hypothesis(utterance, 1.0)));
    }

    /** Returns the likeliest guess. */
    public Hypothesis best() {
        return hypotheses.get(0);
    }
}

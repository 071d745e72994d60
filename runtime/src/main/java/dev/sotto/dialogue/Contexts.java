package dev.sotto.dialogue;

import dev.sotto.lex.LexActiveContext;
import java.util.List;
import java.util.function.UnaryOperator;

/** How active contexts age: by turns and by seconds, whichever runs out first. */
final class Contexts {

    private Contexts() {}

    static List<LexActiveContext> afterTurn(List<LexActiveContext> contexts) {
        return aged(contexts, context -> with(context, context.secondsToLive(), context.turnsToLive() - 1));
    }

    static List<LexActiveContext> afterSeconds(List<LexActiveContext> contexts, long seconds) {
        return aged(
                contexts,
                context -> with(context, (int) Math.max(0, context.secondsToLive() - seconds), context.turnsToLive()));
    }

    private static List<LexActiveContext> aged(List<LexActiveContext> contexts, UnaryOperator<LexActiveContext> older) {
        if (contexts.isEmpty()) {
            return contexts;
        }
        return contexts.stream()
                .map(older)
                .filter(context -> context.turnsToLive() > 0 && context.secondsToLive() > 0)
                .toList();
    }

    private static LexActiveContext with(LexActiveContext context, int seconds, int turns) {
        return new LexActiveContext(context.name(), seconds, turns, context.contextAttributes());
    }
}

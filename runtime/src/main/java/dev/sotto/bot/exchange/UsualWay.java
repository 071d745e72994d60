package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Takes from passages what would happen without saying so. */
final class UsualWay {

    private UsualWay() {}

    /**
     * Returns the passage without steps that lead the usual way.
     *
     * @param usual tells of a step whether it does, at this place
     */
    static Draft.Passage without(Draft.Passage passage, Predicate<Draft.Step> usual) {
        return leading(passage, step -> usual.test(step) ? Draft.Way.ONWARD : step);
    }

    /** Returns the passage with other steps, and without branches that say nothing. */
    static Draft.Passage leading(Draft.Passage passage, UnaryOperator<Draft.Step> elsewhere) {
        List<Draft.Branch> branches = new ArrayList<>();
        for (Draft.Branch branch : passage.branches()) {
            branches.add(new Draft.Branch(branch.condition(), leading(branch.passage(), elsewhere)));
        }
        Draft.Step then = leading(passage.then(), elsewhere);
        Optional<Draft.Passage> last = last(branches);
        if (last.isPresent()) {
            then = Draft.Way.ONWARD;
            boolean step =
                    last.get().equals(Draft.Passage.NONE.leading(last.get().then()));
            then = step ? last.get().then() : then;
            if (branches.size() == 1 || step) {
                branches.remove(branches.size() - 1);
            }
        }
        Draft.Passage rest = passage.branching(branches).leading(then);
        return last.isPresent() && branches.isEmpty() ? joined(rest, last.get()) : rest;
    }

    private static Draft.Step leading(Draft.Step step, UnaryOperator<Draft.Step> elsewhere) {
        if (step instanceof Draft.Invoke invoke) {
            return new Draft.Invoke(
                    invoke.call(),
                    leading(invoke.succeeded(), elsewhere),
                    leading(invoke.failed(), elsewhere),
                    leading(invoke.timedOut(), elsewhere));
        }
        return elsewhere.apply(step);
    }

    /** Returns the passage of the last branch, if it has no condition. */
    private static Optional<Draft.Passage> last(List<Draft.Branch> branches) {
        return branches.isEmpty()
                ? Optional.empty()
                : Optional.of(branches.get(branches.size() - 1))
                        .filter(branch -> branch.condition().isEmpty())
                        .map(Draft.Branch::passage);
    }

    /** Returns a passage after which another one happens. */
    static Draft.Passage joined(Draft.Passage first, Draft.Passage second) {
        if (!first.branches().isEmpty()) {
            List<Draft.Branch> branches = new ArrayList<>(first.branches());
            if (last(branches).isEmpty()) {
                branches.add(new Draft.Branch(Optional.empty(), second));
            }
            return first.branching(branches).leading(Draft.Way.ONWARD);
        }
        List<Saying> say = new ArrayList<>(first.say());
        say.addAll(second.say());
        Map<String, String> set = new LinkedHashMap<>(first.set());
        set.putAll(second.set());
        Map<String, Optional<String>> fill = new LinkedHashMap<>(first.fill());
        fill.putAll(second.fill());
        return new Draft.Passage(say, set, fill, second.branches(), second.then());
    }

    /** Returns where a passage leads if no condition holds and all calls succeed. */
    static Draft.Step mainStep(Draft.Passage passage) {
        Optional<Draft.Passage> last = last(passage.branches());
        if (last.isPresent()) {
            return mainStep(last.get());
        }
        return passage.then() instanceof Draft.Invoke invoke ? mainStep(invoke.succeeded()) : passage.then();
    }

    /** Tells of a passage and of all within it. */
    static void each(Draft.Passage passage, Consumer<Draft.Passage> tell) {
        tell.accept(passage);
        passage.branches().forEach(branch -> each(branch.passage(), tell));
        if (passage.then() instanceof Draft.Invoke invoke) {
            each(invoke.succeeded(), tell);
            each(invoke.failed(), tell);
            each(invoke.timedOut(), tell);
        }
    }
}

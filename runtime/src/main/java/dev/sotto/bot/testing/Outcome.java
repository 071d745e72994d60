package dev.sotto.bot.testing;

import dev.sotto.nlu.Expectation;
import dev.sotto.turn.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What came of one step. Confined to the thread of the test. */
final class Outcome {

    private static final String NOTHING = ExpectedReader.NOTHING;

    private final List<String> said = new ArrayList<>();
    private Optional<Output.Understood> understood = Optional.empty();
    private Optional<Expectation> asked = Optional.empty();
    private Optional<String> transferred = Optional.empty();
    private boolean ended;

    void take(Output output) {
        if (output instanceof Output.Say say) {
            said.add(say.text().reveal());
        } else if (output instanceof Output.Ask ask) {
            said.add(ask.text().reveal());
            asked = Optional.of(ask.expects());
        } else if (output instanceof Output.Understood last) {
            understood = Optional.of(last);
        } else if (output instanceof Output.Transfer transfer) {
            transferred = Optional.of(transfer.to());
        } else if (output instanceof Output.End) {
            ended = true;
        }
    }

    /** Returns what the bot said. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** Returns what came instead, if a fact does not hold. */
    Optional<String> differs(Expected.Fact fact) {
        return fact.aspect() == Expected.Aspect.SAYS
                ? said(fact.value())
                : Optional.of(got(fact))
                        .filter(got -> !got.equals(fact.value()))
                        .map(Outcome::named);
    }

    /** Returns what came, or the word for that nothing did. */
    static String named(String got) {
        return got.isEmpty() ? NOTHING : got;
    }

    private Optional<String> said(String wanted) {
        String all = String.join(" ", said);
        Optional<Pattern> pattern = ExpectedReader.pattern(wanted);
        boolean there = pattern.isPresent() ? pattern.get().matcher(all).find() : all.contains(wanted);
        return there ? Optional.empty() : Optional.of(all.isEmpty() ? NOTHING : "\"" + all + "\"");
    }

    private String got(Expected.Fact fact) {
        return switch (fact.aspect()) {
            case INTENT -> understood.map(last -> last.intent().value()).orElse(ExpectedReader.NONE);
            case SLOT -> slot(fact.key());
            case ASKS -> asked.map(Outcome::word).orElse(NOTHING);
            case STATE -> understood.map(last -> last.state().lexName()).orElse("");
            case TRANSFERS -> transferred.orElse("");
            case ENDS -> ended ? "yes" : "no";
            case SAYS -> String.join(" ", said);
            case LABEL -> "";
        };
    }

    private String slot(String name) {
        return understood.stream()
                .flatMap(last -> last.slots().entrySet().stream())
                .filter(slot -> slot.getKey().value().equals(name))
                .flatMap(slot -> slot.getValue().stream())
                .map(value -> value.reveal())
                .findFirst()
                .orElse("");
    }

    private static String word(Expectation expectation) {
        if (expectation instanceof Expectation.Slot slot) {
            return slot.slot().value();
        }
        return expectation instanceof Expectation.Confirmation ? "yes_no" : "anything";
    }
}

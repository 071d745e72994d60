package dev.sotto.session;

import dev.sotto.refusal.Refusal;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A connection that remembers what came over it. Confined to the thread of the test. */
class RecordedOutlet implements Outlet {

    final List<Admission> admissions = new ArrayList<>();
    final List<Envelope<Output>> outputs = new ArrayList<>();
    final List<RefusalCode> refusals = new ArrayList<>();
    final List<Long> causes = new ArrayList<>();
    int replacements;
    Optional<EndReason> over = Optional.empty();

    @Override
    public void admitted(Admission admission) {
        demandOpen();
        admissions.add(admission);
    }

    @Override
    public void deliver(Envelope<Output> output) {
        demandOpen();
        if (admissions.isEmpty()) {
            throw new AssertionError("an output before the admission");
        }
        outputs.add(output);
    }

    @Override
    public void refused(Refusal refusal, OptionalLong cause) {
        demandOpen();
        refusals.add(refusal.code());
        causes.add(cause.orElse(0));
    }

    @Override
    public void replaced() {
        demandOpen();
        replacements++;
    }

    @Override
    public void over(EndReason reason) {
        demandOpen();
        over = Optional.of(reason);
    }

    Admission admission() {
        return admissions.get(admissions.size() - 1);
    }

    /** Returns what the bot said, in order. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        for (Envelope<Output> output : outputs) {
            if (output.body() instanceof Output.Say say) {
                said.add(say.text().reveal());
            } else if (output.body() instanceof Output.Ask ask) {
                said.add(ask.text().reveal());
            }
        }
        return said;
    }

    /** Returns how many turns were done. */
    long done() {
        return outputs.stream()
                .filter(output -> output.body() instanceof Output.Done)
                .count();
    }

    List<Long> sequences() {
        return outputs.stream().map(Envelope::sequence).toList();
    }

    private void demandOpen() {
        if (replacements > 0 || over.isPresent()) {
            throw new AssertionError("something came after the end");
        }
    }
}

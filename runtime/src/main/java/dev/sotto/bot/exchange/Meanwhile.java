package dev.sotto.bot.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads what a bot of Lex V2 says while the person has it wait, and while a fulfilment is at work. Confined to one import. */
final class Meanwhile {

    private static final int MOST_S = 900;
    private static final int MOST_STEP_S = 300;

    private final Account account;
    private final Messages messages;
    private final Set<String> slots;

    /** @param slots what it may name */
    Meanwhile(Account account, Messages messages, Set<String> slots) {
        this.account = account;
        this.messages = messages;
        this.slots = slots;
    }

    /** Reads a slot's wait and continue, if it is switched on and complete. */
    Optional<Yaml.Fields> waiting(Piece spec) {
        if (!spec.isTrue("active", true)) {
            spec.take();
            return Optional.empty();
        }
        Optional<Saying> waiting = spec.get("waitingResponse").flatMap(this::one);
        Optional<Saying> resumed = spec.get("continueResponse").flatMap(this::one);
        if (waiting.isEmpty() || resumed.isEmpty()) {
            account.left(spec, "a wait without words");
            return Optional.empty();
        }
        Yaml.Fields fields = Yaml.Fields.block().put("say", waiting.get().yaml(Yaml.Style.FLOW));
        spec.get("stillWaitingResponse")
                .ifPresent(still -> one(still).ifPresent(words -> {
                    fields.put("still", words.yaml(Yaml.Style.FLOW));
                    seconds(still, "frequencyInSeconds", MOST_STEP_S).ifPresent(every -> fields.put("every", every));
                    seconds(still, "timeoutInSeconds", MOST_S).ifPresent(whole -> fields.put("for", whole));
                }));
        return Optional.of(fields.put("resumed", resumed.get().yaml(Yaml.Style.FLOW)));
    }

    /** Reads what is said while the fulfilment takes its time, as keys of {@code fulfil}. */
    Yaml.Fields updates(Piece spec) {
        Yaml.Fields fields = Yaml.Fields.block();
        if (!spec.isTrue("active", true)) {
            spec.take();
            return fields;
        }
        Yaml.Fields said = Yaml.Fields.block();
        spec.get("startResponse").ifPresent(start -> update(said, "started", start, "delayInSeconds", "after"));
        spec.get("updateResponse").ifPresent(update -> update(said, "progress", update, "frequencyInSeconds", "every"));
        if (said.fields().isEmpty()) {
            spec.take();
            return fields;
        }
        seconds(spec, "timeoutInSeconds", MOST_S).ifPresent(most -> fields.put("timeout", most));
        said.fields().forEach(fields::put);
        return fields;
    }

    private void update(Yaml.Fields fields, String key, Piece response, String member, String time) {
        one(response).ifPresent(words -> {
            Yaml.Fields update = Yaml.Fields.block().put("say", words.yaml(Yaml.Style.FLOW));
            seconds(response, member, MOST_S).ifPresent(after -> update.put(time, after));
            fields.put(key, update);
        });
    }

    private Optional<Saying> one(Piece response) {
        List<Saying> all = messages.all(response, slots);
        if (all.size() > 1) {
            account.approximated(response, "its first message alone");
        }
        return all.stream().findFirst();
    }

    private static Optional<Yaml> seconds(Piece place, String member, int most) {
        OptionalInt seconds = place.number(member);
        return seconds.isPresent() && seconds.getAsInt() > 0
                ? Optional.of(new Yaml.Bare(Math.min(seconds.getAsInt(), most) + "s"))
                : Optional.empty();
    }
}

package dev.sotto.bot.exchange;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Writes what happens at the places of an intent. */
final class PassageText {

    private final Optional<URI> hook;

    /** @param hook where the bot's own code is, if that is called */
    PassageText(Optional<URI> hook) {
        this.hook = hook;
    }

    /** Returns wordings as a text, or as a list of several. */
    static Yaml wordings(List<String> wordings) {
        return wordings.size() == 1 ? new Yaml.Text(wordings.get(0)) : Yaml.lines(wordings);
    }

    /** Puts a passage below its key, if anything happens in it. */
    void put(Yaml.Fields fields, String key, Draft.Passage passage) {
        if (!passage.equals(Draft.Passage.NONE)) {
            fields.put(key, passage.isOnlySaid() ? Saying.yaml(passage.say()) : of(passage));
        }
    }

    /** Returns a call as it stands below {@code fulfil} and its like. */
    Optional<Yaml> call(Draft.Call call) {
        return hook.map(address -> calling(call, address));
    }

    private static Yaml.Fields calling(Draft.Call call, URI address) {
        Yaml.Fields fields = Yaml.Fields.block().put("hook", address.toString());
        call.label().ifPresent(label -> fields.put("label", label));
        call.besides().fields().forEach(fields::put);
        return fields;
    }

    private Yaml of(Draft.Passage passage) {
        Yaml.Fields fields = fill(Yaml.Fields.block(), passage);
        boolean word =
                passage.equals(Draft.Passage.NONE.leading(passage.then())) && passage.then() instanceof Draft.Way;
        return word ? new Yaml.Fields(fields.fields(), Yaml.Style.FLOW) : fields;
    }

    private Yaml.Fields fill(Yaml.Fields fields, Draft.Passage passage) {
        if (!passage.say().isEmpty()) {
            fields.put("say", Saying.yaml(passage.say()));
        }
        if (!passage.set().isEmpty()) {
            Yaml.Fields set = Yaml.Fields.block();
            passage.set().forEach(set::put);
            fields.put("set", set);
        }
        if (!passage.fill().isEmpty()) {
            Yaml.Fields values = Yaml.Fields.block();
            passage.fill()
                    .forEach((slot, value) ->
                            values.put(slot, value.<Yaml>map(Yaml.Text::new).orElse(new Yaml.Bare(""))));
            fields.put("fill", values);
        }
        if (!passage.branches().isEmpty()) {
            fields.put(
                    "when",
                    new Yaml.Items(passage.branches().stream().map(this::branch).toList(), Yaml.Style.LINES));
        }
        if (passage.then() != Draft.Way.ONWARD) {
            fields.put("then", step(passage.then()));
        }
        return fields;
    }

    private Yaml branch(Draft.Branch branch) {
        Yaml.Fields fields = Yaml.Fields.block();
        branch.condition().ifPresent(condition -> fields.put("if", condition));
        fill(fields, branch.passage());
        return fields.fields().isEmpty() ? fields.put("then", Draft.Way.ONWARD.word()) : fields;
    }

    private Yaml step(Draft.Step step) {
        if (step instanceof Draft.Ask ask) {
            Yaml.Fields fields = Yaml.Fields.flow().put("ask", ask.slot());
            return ask.manner() == Draft.Manner.SILENTLY ? fields.put("silently", new Yaml.Bare("yes")) : fields;
        }
        if (step instanceof Draft.Start start) {
            return Yaml.Fields.flow().put("start", start.intent());
        }
        if (step instanceof Draft.Invoke invoke) {
            Yaml.Fields call = hook.map(address -> calling(invoke.call(), address))
                    .orElseThrow(() -> new IllegalStateException("a call without an address"));
            put(call, "succeeded", invoke.succeeded());
            put(call, "failed", invoke.failed());
            put(call, "timed-out", invoke.timedOut());
            return Yaml.Fields.block().put("call", call);
        }
        return new Yaml.Text(((Draft.Way) step).word());
    }
}

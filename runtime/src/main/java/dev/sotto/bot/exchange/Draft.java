package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A bot as its file will say it: texts in the notation of {@code bot.yaml}, not yet checked.
 *
 * @param title what people call it
 * @param locale its language, such as {@code en-US}
 * @param threshold how sure it has to be
 * @param repair what it does when it does not understand
 * @param said what it says outside its intents, by the key in its file
 */
record Draft(
        String title,
        String locale,
        OptionalDouble threshold,
        Repair repair,
        Map<String, List<String>> said,
        List<Intent> intents,
        List<Type> types) {

    Draft {
        said = Map.copyOf(said);
        intents = List.copyOf(intents);
        types = List.copyOf(types);
    }

    /** Returns the bot with other intents. */
    Draft with(List<Intent> others) {
        return new Draft(title, locale, threshold, repair, said, others, types);
    }

    /** Texts are lists of wordings; an empty list is not written. */
    record Repair(OptionalInt attempts, List<String> misunderstood, List<String> givingUp) {

        static final Repair USUAL = new Repair(OptionalInt.empty(), List.of(), List.of());

        Repair {
            misunderstood = List.copyOf(misunderstood);
            givingUp = List.copyOf(givingUp);
        }
    }

    /** What an intent is for. */
    enum Role {
        WISH,
        FALLBACK
    }

    record Intent(
            String name,
            Role role,
            List<String> says,
            Contexts contexts,
            Passage begin,
            List<Slot> slots,
            Optional<Confirmation> confirmation,
            Optional<Call> eachTurn,
            Optional<Call> fulfil,
            Outcomes outcomes) {

        Intent {
            says = List.copyOf(says);
            slots = List.copyOf(slots);
        }

        /** Returns the intent with other sample utterances. */
        Intent saying(List<String> others) {
            return new Intent(name, role, others, contexts, begin, slots, confirmation, eachTurn, fulfil, outcomes);
        }

        /** Returns the intent with another beginning. */
        Intent beginning(Passage other) {
            return new Intent(name, role, says, contexts, other, slots, confirmation, eachTurn, fulfil, outcomes);
        }

        /** Returns the intent with other slots. */
        Intent asking(List<Slot> others) {
            return new Intent(name, role, says, contexts, begin, others, confirmation, eachTurn, fulfil, outcomes);
        }

        /** Returns the intent with another confirmation. */
        Intent confirming(Optional<Confirmation> other) {
            return new Intent(name, role, says, contexts, begin, slots, other, eachTurn, fulfil, outcomes);
        }

        /** Returns the intent with other ends. */
        Intent ending(Outcomes others) {
            return new Intent(name, role, says, contexts, begin, slots, confirmation, eachTurn, fulfil, others);
        }

        /** Returns the intent with something else at each of its places. */
        Intent at(UnaryOperator<Passage> places) {
            return beginning(places.apply(begin))
                    .asking(slots.stream()
                            .map(slot -> slot.with(places.apply(slot.captured()), places.apply(slot.failed())))
                            .toList())
                    .confirming(confirmation.map(asked -> new Confirmation(
                            asked.prompt(),
                            asked.eachTry(),
                            places.apply(asked.confirmed()),
                            places.apply(asked.declined()),
                            places.apply(asked.failed()))))
                    .ending(new Outcomes(
                            places.apply(outcomes.answer()),
                            places.apply(outcomes.failed()),
                            places.apply(outcomes.timedOut()),
                            places.apply(outcomes.closing())));
        }

        /** Returns what happens at its places. */
        List<Passage> passages() {
            List<Passage> passages = new ArrayList<>(List.of(begin));
            slots.forEach(slot -> passages.addAll(List.of(slot.captured(), slot.failed())));
            confirmation.ifPresent(
                    asked -> passages.addAll(List.of(asked.confirmed(), asked.declined(), asked.failed())));
            passages.addAll(List.of(outcomes.answer(), outcomes.failed(), outcomes.timedOut(), outcomes.closing()));
            return passages;
        }

        /** Returns all that it says, sends and shows. */
        List<Saying> sayings() {
            List<Saying> sayings = new ArrayList<>();
            slots.forEach(slot -> {
                sayings.addAll(slot.prompt().ask());
                slot.parts().forEach(part -> sayings.addAll(part.prompt().ask()));
            });
            confirmation.ifPresent(asked -> sayings.addAll(asked.prompt().ask()));
            passages().forEach(place -> UsualWay.each(place, passage -> sayings.addAll(passage.say())));
            return sayings;
        }

        /** Returns the steps of all that happens at its places. */
        Set<Step> steps() {
            Set<Step> steps = new HashSet<>();
            passages().forEach(place -> UsualWay.each(place, passage -> steps.add(passage.then())));
            return steps;
        }

        /** Returns the intents that some step begins. */
        Set<String> started() {
            Set<String> started = new HashSet<>();
            steps().forEach(step -> {
                if (step instanceof Start start) {
                    started.add(start.intent());
                }
            });
            return started;
        }

        /** Returns the slots that some step asks for. */
        Set<String> asked() {
            Set<String> asked = new HashSet<>();
            steps().forEach(step -> {
                if (step instanceof Ask ask) {
                    asked.add(ask.slot());
                }
            });
            return asked;
        }

        /** Returns whether it calls the bot's own code at one of its places. */
        boolean invokes() {
            return steps().stream().anyMatch(Invoke.class::isInstance);
        }

        /** Returns whether it calls the bot's own code, which may lead anywhere. */
        boolean callsOut() {
            return invokes()
                    || eachTurn.isPresent()
                    || fulfil.isPresent()
                    || slots.stream().anyMatch(slot -> slot.eachTry().isPresent())
                    || confirmation.flatMap(Confirmation::eachTry).isPresent();
        }
    }

    record Contexts(List<String> needs, List<Given> gives) {

        static final Contexts NONE = new Contexts(List.of(), List.of());

        Contexts {
            needs = List.copyOf(needs);
            gives = List.copyOf(gives);
        }
    }

    /** @param seconds how long it lives */
    record Given(String name, OptionalInt turns, OptionalInt seconds) {}

    /** @param parts what it is made of, each called by its name within it; none for most slots */
    record Slot(
            String name,
            String type,
            Arity arity,
            Need need,
            Prompt prompt,
            List<String> defaults,
            Optional<Call> eachTry,
            Passage captured,
            Passage failed,
            Privacy privacy,
            List<Slot> parts) {

        Slot {
            defaults = List.copyOf(defaults);
            parts = List.copyOf(parts);
        }

        Slot with(Need other) {
            return new Slot(name, type, arity, other, prompt, defaults, eachTry, captured, failed, privacy, parts);
        }

        Slot with(Prompt other) {
            return new Slot(name, type, arity, need, other, defaults, eachTry, captured, failed, privacy, parts);
        }

        Slot with(Passage afterwards, Passage inVain) {
            return new Slot(name, type, arity, need, prompt, defaults, eachTry, afterwards, inVain, privacy, parts);
        }

        Slot with(Privacy other) {
            return new Slot(name, type, arity, need, prompt, defaults, eachTry, captured, failed, other, parts);
        }
    }

    /** How many values a slot takes. */
    enum Arity {
        ONE,
        SEVERAL
    }

    /** Whether a slot is asked for. */
    enum Need {
        REQUIRED,
        OPTIONAL
    }

    /** Whether the value of a slot may be repeated. */
    enum Privacy {
        USUAL,
        SECRET
    }

    /**
     * A question.
     *
     * @param besides what else its keys say: how an answer is waited for, and what is said while the bot waits
     */
    record Prompt(List<Saying> ask, OptionalInt retries, Yaml.Fields besides) {

        static final Prompt NONE = new Prompt(List.of(), OptionalInt.empty());

        Prompt {
            ask = List.copyOf(ask);
        }

        Prompt(List<Saying> ask, OptionalInt retries) {
            this(ask, retries, Yaml.Fields.block());
        }

        /** Returns the question alone. */
        Prompt once() {
            return new Prompt(ask, OptionalInt.empty());
        }

        /** Returns the question with more keys. */
        Prompt with(Yaml.Fields more) {
            Yaml.Fields all = Yaml.Fields.block();
            besides.fields().forEach(all::put);
            more.fields().forEach(all::put);
            return new Prompt(ask, retries, all);
        }
    }

    /** @param declined absent: what every bot says after a no */
    record Confirmation(Prompt prompt, Optional<Call> eachTry, Passage confirmed, Passage declined, Passage failed) {}

    record Outcomes(Passage answer, Passage failed, Passage timedOut, Passage closing) {}

    /**
     * A call to the bot's service.
     *
     * @param besides what else its keys say: what the bot says while it is at work
     */
    record Call(Optional<String> label, Yaml.Fields besides) {

        Call(Optional<String> label) {
            this(label, Yaml.Fields.block());
        }
    }

    /** What happens at a place. */
    record Passage(
            List<Saying> say,
            Map<String, String> set,
            Map<String, Optional<String>> fill,
            List<Branch> branches,
            Step then) {

        static final Passage NONE = new Passage(List.of(), Map.of(), Map.of(), List.of(), Way.ONWARD);

        Passage {
            say = List.copyOf(say);
            set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
            fill = Collections.unmodifiableMap(new LinkedHashMap<>(fill));
            branches = List.copyOf(branches);
        }

        static Passage saying(List<Saying> say) {
            return new Passage(say, Map.of(), Map.of(), List.of(), Way.ONWARD);
        }

        /** Returns whether it does nothing but say something, if that. */
        boolean isOnlySaid() {
            return set.isEmpty() && fill.isEmpty() && branches.isEmpty() && then == Way.ONWARD;
        }

        Passage leading(Step elsewhere) {
            return new Passage(say, set, fill, branches, elsewhere);
        }

        Passage branching(List<Branch> others) {
            return new Passage(say, set, fill, others, then);
        }
    }

    /** @param condition absent for the last one, which is taken if no other is */
    record Branch(Optional<String> condition, Passage passage) {}

    /** Where a passage leads. */
    sealed interface Step {}

    /** A step that a word says. */
    enum Way implements Step {
        ONWARD("continue"),
        CONFIRM("confirm"),
        FULFIL("fulfil"),
        CLOSE("close"),
        /** The end of the conversation, in a session that stays open. */
        END("close"),
        LISTEN("listen");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** A slot is asked for. */
    record Ask(String slot, Manner manner) implements Step {}

    /** How a slot is asked for. */
    enum Manner {
        ALOUD,
        SILENTLY
    }

    /** Another intent begins. */
    record Start(String intent) implements Step {}

    /** The bot's service is called. */
    record Invoke(Call call, Passage succeeded, Passage failed, Passage timedOut) implements Step {}

    record Type(String name, boolean open, List<Value> values, Optional<String> pattern) {

        Type {
            values = List.copyOf(values);
        }
    }

    record Value(String value, List<String> synonyms) {

        Value {
            synonyms = List.copyOf(synonyms);
        }
    }
}

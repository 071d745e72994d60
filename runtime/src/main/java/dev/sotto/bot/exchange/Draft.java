package dev.sotto.bot.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A bot as its file will say it: texts in the notation of {@code bot.yaml}, not yet checked.
 *
 * @param title what people call it
 * @param locale its language, such as {@code en-US}
 * @param threshold how sure it has to be
 * @param repair what it does when it does not understand
 */
record Draft(
        String title, String locale, OptionalDouble threshold, Repair repair, List<Intent> intents, List<Type> types) {

    Draft {
        intents = List.copyOf(intents);
        types = List.copyOf(types);
    }

    /** Texts are lists of wordings; an empty list is not written. */
    record Repair(OptionalInt attempts, List<String> misunderstood, List<String> givingUp) {

        static final Repair USUAL = new Repair(OptionalInt.empty(), List.of(), List.of());

        Repair {
            misunderstood = List.copyOf(misunderstood);
            givingUp = List.copyOf(givingUp);
        }
    }

    record Intent(
            String name,
            List<String> says,
            List<Slot> slots,
            Optional<Confirmation> confirmation,
            List<String> answer,
            List<String> failed,
            Optional<Call> eachTurn,
            Optional<Call> fulfil) {

        Intent {
            says = List.copyOf(says);
            slots = List.copyOf(slots);
            answer = List.copyOf(answer);
            failed = List.copyOf(failed);
        }
    }

    record Slot(String name, String type, boolean required, Prompt prompt, boolean secret) {}

    record Prompt(List<String> ask, OptionalInt retries) {

        Prompt {
            ask = List.copyOf(ask);
        }
    }

    record Confirmation(Prompt prompt, List<String> declined) {

        Confirmation {
            declined = List.copyOf(declined);
        }
    }

    /** A call to the bot's service. */
    record Call(Optional<String> label) {}

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

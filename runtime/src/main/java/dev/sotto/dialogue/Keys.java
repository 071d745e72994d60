package dev.sotto.dialogue;

import dev.sotto.bot.Intent;
import dev.sotto.bot.KeyedValues;
import dev.sotto.bot.Listening;
import dev.sotto.bot.Slot;
import dev.sotto.lex.InputMode;
import dev.sotto.lex.LexTranscription;
import dev.sotto.nlu.SlotMatch;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.sensitive.SlotValue;
import dev.sotto.sensitive.Utterance;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is made of pressed keys: a value for the slot that was asked, if that takes digits, or 1 for yes and 2 for no. As
 * in Lex, one key deletes what was keyed before it and another ends the number; which ones, the question says.
 */
final class Keys {

    private static final String YES = "1";
    private static final String NO = "2";

    private Keys() {}

    static void take(Draft draft, Event.Pressed event) {
        Optional<Intent> current = draft.definition();
        Optional<Slot> asked =
                draft.action.slotToElicit().flatMap(name -> current.flatMap(intent -> intent.slot(name)));
        Listening waited = Repairing.listening(draft);
        Listening.Keys listening = waited.keys();
        SlotValue digits = new SlotValue(digits(event.digits().reveal(), listening));
        Optional<SlotValue> value = asked.flatMap(slot -> value(draft, slot, digits.reveal()));
        Words words = new Words(
                InputMode.DTMF,
                List.of(new LexTranscription(new Utterance(event.digits().reveal()), 1)));
        String keyed = digits.reveal();
        boolean taken = waited.inputs() != Listening.Inputs.SPEECH;
        if (taken && draft.isConfirming() && (keyed.equals(YES) || keyed.equals(NO))) {
            Answering.answered(draft, keyed.equals(YES), new Words(InputMode.DTMF, List.of()));
            return;
        }
        if (value.isEmpty() || !taken) {
            draft.decided(Decision.MISUNDERSTOOD);
            Repairing.again(draft, Optional.of(words));
            return;
        }
        SlotMatch match = new SlotMatch(asked.orElseThrow().name(), digits, List.of(value.get()), 0, digits.length());
        Answering.goOn(
                draft, Filling.of(draft, current.orElseThrow(), List.of(match)), new Words(InputMode.DTMF, List.of()));
    }

    private static String digits(String keys, Listening.Keys listening) {
        int end = keys.indexOf(listening.endKey());
        String kept = end < 0 ? keys : keys.substring(0, end);
        String counted = kept.substring(kept.lastIndexOf(listening.deleteKey()) + 1);
        return counted.substring(
                0, Math.min(counted.length(), listening.longest().orElse(counted.length())));
    }

    private static Optional<SlotValue> value(Draft draft, Slot slot, String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(key -> key >= '0' && key <= '9')) {
            return Optional.empty();
        }
        return KeyedValues.of(digits, slot.type(), draft.bot.locale())
                .or(() ->
                        slot.type().equals(Amounts.MONEY) ? money(slot, digits, draft.bot.locale()) : Optional.empty())
                .or(() -> listed(draft, slot, digits))
                .map(SlotValue::new);
    }

    private static Optional<String> money(Slot slot, String digits, Locale locale) {
        return currency(slot, locale).map(code -> code + " " + digits + ".00");
    }

    private static Optional<String> listed(Draft draft, Slot slot, String digits) {
        return draft.bot.type(slot.type()).stream()
                .flatMap(type -> type.values().stream())
                .filter(entry -> names(entry, digits))
                .findFirst()
                .map(TrainingSet.Entry::value)
                .or(() -> draft.bot.type(slot.type()).stream()
                        .flatMap(type -> type.pattern().stream())
                        .filter(pattern -> KeyedValues.isCode(digits, pattern))
                        .findFirst()
                        .map(any -> digits));
    }

    private static boolean names(TrainingSet.Entry entry, String digits) {
        return entry.value().equals(digits) || entry.synonyms().contains(digits);
    }

    private static Optional<String> currency(Slot slot, Locale locale) {
        return slot.limit().flatMap(limit -> limit.currency()).or(() -> local(locale));
    }

    private static Optional<String> local(Locale locale) {
        try {
            return Optional.ofNullable(Currency.getInstance(locale)).map(Currency::getCurrencyCode);
        } catch (IllegalArgumentException withoutCountry) {
            return Optional.empty();
        }
    }
}

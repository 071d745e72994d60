package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.List;

/** A secret is never repeated here; a bot that repeats it does not treat it as one. */
final class Secrets {

    private Secrets() {}

    /** Returns the intent with those secrets only that it never repeats. */
    static Draft.Intent unrepeated(Draft.Intent intent, Piece file, Account account) {
        if (intent.slots().stream().noneMatch(slot -> slot.privacy() == Draft.Privacy.SECRET)) {
            return intent;
        }
        List<String> texts = texts(intent);
        List<Draft.Slot> slots = new ArrayList<>();
        for (Draft.Slot slot : intent.slots()) {
            boolean repeated = texts.stream().anyMatch(text -> Notation.names(text, slot.name()));
            if (slot.privacy() == Draft.Privacy.SECRET && repeated) {
                account.approximated(
                        file, "the slot " + slot.name() + " is personal, not secret, for the bot repeats it");
            }
            slots.add(repeated ? slot.with(Draft.Privacy.USUAL) : slot);
        }
        return intent.asking(slots);
    }

    private static List<String> texts(Draft.Intent intent) {
        List<String> texts = new ArrayList<>();
        intent.sayings().forEach(saying -> texts.addAll(saying.texts()));
        intent.passages()
                .forEach(place -> UsualWay.each(place, passage -> {
                    texts.addAll(passage.set().values());
                    passage.fill().values().forEach(value -> value.ifPresent(texts::add));
                }));
        return texts;
    }
}

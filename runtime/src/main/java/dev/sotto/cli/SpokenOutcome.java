package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a recording.
 *
 * @param transcript the words that were heard; none if it was none of the bot's
 * @param intent what they were understood as; none if they were not
 * @param slots the words for its slots
 * @param audioSeconds how long it is
 * @param decodedSeconds how long it took from its end to its words
 */
record SpokenOutcome(
        SpokenRow row,
        String transcript,
        Optional<String> intent,
        Map<String, String> slots,
        double audioSeconds,
        double decodedSeconds) {

    /** Whether "lots of" and "a lot of" are one, as the public benchmark of spoken orders has it. */
    enum Strictness {
        LOTS_ARE_A_LOT,
        TO_THE_WORD
    }

    /** Returns whether intent and slots are those that were wanted, none missing and none too many. */
    boolean isAccepted(Strictness strictness) {
        return row.wanted()
                .map(wanted -> Optional.of(wanted.intent()).equals(intent) && same(wanted.slots(), slots, strictness))
                .orElse(false);
    }

    ObjectNode asJson() {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("file", row.name()).put("transcript", transcript);
        node.put("intent", intent.orElse(null));
        ObjectNode values = node.putObject("slots");
        slots.forEach(values::put);
        return node;
    }

    private static boolean same(Map<String, String> wanted, Map<String, String> found, Strictness strictness) {
        return wanted.keySet().equals(found.keySet())
                && wanted.entrySet().stream()
                        .allMatch(slot -> plain(slot.getValue(), strictness)
                                .equals(plain(found.getOrDefault(slot.getKey(), ""), strictness)));
    }

    private static String plain(String value, Strictness strictness) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return strictness == Strictness.LOTS_ARE_A_LOT ? plain.replaceAll("\\blots of\\b", "a lot of") : plain;
    }
}

package dev.sotto.bot.exchange;

import dev.sotto.bot.build.BotFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what people say for an intent, in Lex V1 and V2. */
final class Samples {

    private final Account account;

    Samples(Account account) {
        this.account = account;
    }

    /**
     * Reads sample utterances.
     *
     * @param utterances the texts
     * @param signature the built-in intent that this one is, whose usual words stand in for none of its own
     * @param slots what the texts may name
     */
    List<String> read(List<Piece> utterances, Optional<Piece> signature, Set<String> slots) {
        Set<String> says = new LinkedHashSet<>();
        for (Piece words : utterances) {
            String sample = inParts(Notation.sample(words.text(), slots), slots);
            if (sample.isEmpty() || sample.codePointCount(0, sample.length()) > BotFormat.MAX_SAMPLE) {
                account.approximated(words, "left out: no words, or more than " + BotFormat.MAX_SAMPLE + " characters");
            } else {
                says.add(sample);
            }
        }
        signature
                .map(Piece::text)
                .filter(built -> says.isEmpty())
                .ifPresent(built -> says.addAll(BuiltInIntents.says(built)));
        return List.copyOf(says);
    }

    /** The place of a slot of several parts is that of its parts. */
    private static String inParts(String sample, Set<String> slots) {
        String written = sample;
        for (String slot : slots) {
            List<String> parts = slots.stream()
                    .filter(other -> other.startsWith(slot + "."))
                    .map(part -> "{" + part + "}")
                    .toList();
            if (!parts.isEmpty()) {
                written = written.replace("{" + slot + "}", String.join(" ", parts));
            }
        }
        return written;
    }
}

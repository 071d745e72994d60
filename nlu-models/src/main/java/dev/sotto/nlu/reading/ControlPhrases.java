package dev.sotto.nlu.reading;

import dev.sotto.nlu.Control;
import dev.sotto.nlu.text.Fold;
import dev.sotto.nlu.text.LanguageResource;
import dev.sotto.nlu.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises wishes about the conversation itself. Only an utterance that is nothing else counts, for "cancel my order"
 * may be an intent of the bot. Immutable and safe for many threads at once.
 */
final class ControlPhrases {

    private static final String FILLER = "filler";

    private final Map<String, Control> phrases = new HashMap<>();
    private final Set<String> fillers = new HashSet<>();

    ControlPhrases(Locale locale) {
        for (String line :
                LanguageResource.lines(ControlPhrases.class, "controls", locale).orElse(List.of())) {
            int colon = line.indexOf(':');
            String role = line.substring(0, colon);
            for (String written : line.substring(colon + 1).split(",", -1)) {
                String phrase = Fold.fold(written.trim());
                if (role.equals(FILLER)) {
                    fillers.add(phrase);
                } else {
                    phrases.put(
                            phrase,
                            Control.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_')));
                }
            }
        }
    }

    Optional<Control> read(Words words) {
        String whole = joined(words, Set.of());
        Control control = phrases.get(whole);
        return Optional.ofNullable(control == null ? phrases.get(joined(words, fillers)) : control);
    }

    private static String joined(Words words, Set<String> without) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (words.isWord(i) && !without.contains(words.get(i))) {
                joined.append(joined.isEmpty() ? "" : " ").append(words.get(i));
            }
        }
        return joined.toString();
    }
}

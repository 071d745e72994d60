package dev.sotto.nlu;

import dev.sotto.sensitive.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells in which of a bot's languages somebody speaks. Blocking; safe for many threads at once. */
public interface LanguageDetector {

    /**
     * Returns the locale whose language an utterance is in, or nothing if it is too short to tell or in none of them.
     *
     * @param among the locales of the bot; of two with one language, the first
     */
    Optional<Locale> detect(Utterance utterance, List<Locale> among);
}

package dev.sotto.bot.testing;

import dev.sotto.bot.Bot;
import dev.sotto.bot.build.WrittenBot;
import dev.sotto.bot.version.TrainingSets;
import dev.sotto.speech.embedded.EarStore;
import dev.sotto.speech.graph.Lexicon;
import dev.sotto.speech.graph.SpokenWords;
import dev.sotto.yaml.Position;
import dev.sotto.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds bots that can be written to and, for all their words, not be spoken to. */
public final class SpeakableCheck {

    private SpeakableCheck() {}

    /** Returns what the author of a sound bot should know; takes a moment for each 1,000 words. */
    public static List<Problem> notes(WrittenBot bot) {
        List<Problem> notes = new ArrayList<>();
        for (Bot locale : bot.locales()) {
            if (Lexicon.isOf(locale.locale())) {
                int words = SpokenWords.count(TrainingSets.of(locale), locale.lexicon());
                if (words > EarStore.MAX_WORDS) {
                    notes.add(new Problem(
                            Position.startOf(bot.source().main().shown()),
                            "words.too_many",
                            words + " words that somebody could say in "
                                    + locale.locale().toLanguageTag(),
                            "at most " + EarStore.MAX_WORDS + " for the bot to be spoken to, and not only written to",
                            Optional.empty()));
                }
            }
        }
        return notes;
    }
}

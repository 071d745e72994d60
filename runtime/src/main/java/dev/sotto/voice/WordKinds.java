package dev.sotto.voice;

import dev.sotto.sensitive.Saying;
import dev.sotto.sensitive.Utterance;
import dev.sotto.speech.turntaking.MediaEvent.Words.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells words that mean something from signs of listening and from the bot's own, which come back through a loudspeaker.
 * Immutable.
 */
final class WordKinds {

    /** As many words in a row of what the bot says are its echo; fewer may be an answer in its words. */
    private static final int ECHO = 3;

    private static final Set<String> SIGNS = Set.of(
            "mm", "mhm", "hm", "hmm", "mm-hm", "mmhm", "uh", "huh", "uh-huh", "um", "uhm", "er", "erm", "ah", "oh",
            "aha", "okay", "ok", "right", "hm-hm", "ähm", "äh", "genau");

    private final List<String> bot;

    private WordKinds(List<String> bot) {
        this.bot = bot;
    }

    /** Returns what tells words apart while the bot says nothing. */
    static WordKinds whileSilent() {
        return new WordKinds(List.of());
    }

    /** Returns what tells words apart while the bot says this as well. */
    WordKinds saying(Saying text) {
        List<String> all = new ArrayList<>(bot);
        all.addAll(words(text.reveal()));
        return new WordKinds(List.copyOf(all));
    }

    /** Returns what words are. */
    Kind of(Utterance heard) {
        List<String> words = words(heard.reveal());
        if (SIGNS.containsAll(words)) {
            return Kind.BACKCHANNEL;
        }
        return words.size() >= ECHO && Collections.indexOfSubList(bot, words) >= 0 ? Kind.ECHO : Kind.SPEECH;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

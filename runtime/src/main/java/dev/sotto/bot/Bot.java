package dev.sotto.bot;

import dev.sotto.nlu.IntentName;
import dev.sotto.nlu.SlotTypeName;
import dev.sotto.nlu.TrainingSet;
import dev.sotto.speech.graph.Lexicon;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A bot in one locale: all that the dialogue needs to know. Immutable, and checked to be whole: names are unique and
 * every reference leads somewhere.
 *
 * @param title for people: "The bank"
 * @param hint what a newcomer could try
 * @param timeZone in which its callers say "tomorrow" and "at six"; absent: that of the machine it runs on
 * @param intents unique by name
 * @param types the bot's own slot types
 * @param glossary how values are said
 * @param lexicon how words sound that it says so of
 * @param threshold the confidence, 0 to 1, below which it says that it did not understand
 * @param engine which understanding it uses: {@code embedding} or {@code opennlp}
 * @param cardHosts the hosts that pictures on cards may come from
 */
public record Bot(
        BotName name,
        String title,
        String hint,
        Locale locale,
        Optional<ZoneId> timeZone,
        List<Intent> intents,
        List<TrainingSet.SlotType> types,
        Glossary glossary,
        Lexicon lexicon,
        Wording wording,
        Repair repair,
        double threshold,
        String engine,
        CardHosts cardHosts) {

    public Bot {
        intents = List.copyOf(intents);
        types = List.copyOf(types);
    }

    /** Returns the intent of that name. */
    public Optional<Intent> intent(IntentName wanted) {
        for (Intent intent : intents) {
            if (intent.name().equals(wanted)) {
                return Optional.of(intent);
            }
        }
        return Optional.empty();
    }

    /** Returns the slot type of the bot's own of that name. */
    public Optional<TrainingSet.SlotType> type(SlotTypeName wanted) {
        return types.stream().filter(type -> type.name().equals(wanted)).findFirst();
    }

    /** Returns the intent that begins when nothing was understood. */
    public Optional<Intent> fallback() {
        return intents.stream()
                .filter(intent -> intent.role() == Intent.Role.FALLBACK)
                .findFirst();
    }
}

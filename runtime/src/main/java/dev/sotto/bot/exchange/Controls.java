package dev.sotto.bot.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lex's built-in intents for help, cancelling and so on, which every bot has here: one that only says something gives the
 * bot these words, and is no intent of it. One that does more stays an intent. Confined to one locale of one import.
 */
final class Controls {

    /** The keys of a bot's file by what Lex calls the intent; empty for one that has no words here. */
    private static final Map<String, String> KEYS = Map.of(
            "AMAZON.CancelIntent", "cancelled",
            "AMAZON.HelpIntent", "help",
            "AMAZON.StopIntent", "goodbye",
            "AMAZON.PauseIntent", "waiting",
            "AMAZON.ResumeIntent", "resumed",
            "AMAZON.RepeatIntent", "",
            "AMAZON.StartOverIntent", "");

    private final Account account;
    private final Map<String, List<String>> said = new TreeMap<>();

    Controls(Account account) {
        this.account = account;
    }

    /** Returns the built-in intent of Lex that says what stands below a key of a bot's file. */
    static Map<String, String> lexNames() {
        Map<String, String> names = new LinkedHashMap<>();
        KEYS.forEach((name, key) -> {
            if (!key.isEmpty()) {
                names.put(key, name);
            }
        });
        return names;
    }

    /** Returns whether an intent of that signature may be one of these. */
    static boolean isOne(String signature) {
        return KEYS.containsKey(signature);
    }

    /** Takes up an intent, and returns whether it is none any more. */
    boolean take(String signature, Draft.Intent intent, Piece file, Set<String> started) {
        List<List<String>> words = new ArrayList<>();
        intent.sayings().forEach(saying -> words.add(saying.wordings()));
        String key = KEYS.getOrDefault(signature, "");
        boolean plain = intent.says().equals(BuiltInIntents.says(signature))
                && intent.slots().isEmpty()
                && intent.confirmation().isEmpty()
                && intent.contexts().equals(Draft.Contexts.NONE)
                && !intent.callsOut()
                && !started.contains(intent.name())
                && intent.passages().stream().allMatch(Draft.Passage::isOnlySaid)
                && intent.sayings().stream().allMatch(Saying::isWords);
        if (!plain || (key.isEmpty() && !words.isEmpty()) || said.containsKey(key)) {
            return false;
        }
        if (!words.isEmpty()) {
            said.put(key, Messages.joined(words));
        }
        account.approximated(
                file, "no intent, for every bot understands this" + (words.isEmpty() ? "" : "; it says so"));
        return true;
    }

    /** Returns what the bot says of its own, by the keys of its file. */
    Map<String, List<String>> said() {
        return said;
    }
}

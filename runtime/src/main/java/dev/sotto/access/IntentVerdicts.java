package dev.sotto.access;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.dialogue.Verdict;
import dev.sotto.dialogue.Verdicts;
import dev.sotto.nlu.IntentName;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Says which intents of a bot a principal may use, from what the intents require. */
public final class IntentVerdicts {

    private IntentVerdicts() {}

    /** Returns the verdicts on some intents; one that the bot does not have is denied. */
    public static Verdicts on(Collection<IntentName> intents, Bot bot, Principal principal, Instant now) {
        Map<IntentName, Verdict> verdicts = new HashMap<>();
        for (IntentName name : intents) {
            boolean met = bot.intent(name)
                    .map(intent -> principal.meets(intent.requires(), now))
                    .orElse(false);
            verdicts.put(name, met ? Verdict.ALLOWED : Verdict.DENIED);
        }
        return new Verdicts(verdicts);
    }

    /** Returns the verdicts on all intents of a bot. */
    public static Verdicts onAll(Bot bot, Principal principal, Instant now) {
        return on(bot.intents().stream().map(Intent::name).toList(), bot, principal, now);
    }
}

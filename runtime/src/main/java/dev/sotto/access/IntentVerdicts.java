package dev.sotto.access;

import dev.sotto.bot.Bot;
import dev.sotto.bot.Intent;
import dev.sotto.dialogue.Verdict;
import dev.sotto.dialogue.Verdicts;
import dev.sotto.nlu.IntentName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Says which intents of a bot a principal may use, from what the intents require. */
public final class IntentVerdicts {

    private IntentVerdicts() {}

    /** Returns the verdicts on all intents of a bot: a passage or a hook may lead to any. */
    public static Verdicts onAll(Bot bot, Principal principal, Instant now) {
        Map<IntentName, Verdict> verdicts = new HashMap<>();
        for (Intent intent : bot.intents()) {
            verdicts.put(intent.name(), principal.meets(intent.requires(), now) ? Verdict.ALLOWED : Verdict.DENIED);
        }
        return new Verdicts(verdicts);
    }
}

package dev.sotto.dialogue;

import dev.sotto.nlu.IntentName;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The verdicts that come with an event. They cover the active intent and each intent that the event could lead to; for
 * the answer of a hook, which may name any intent, that is all of the bot's. An intent that is missing is denied.
 */
public record Verdicts(Map<IntentName, Verdict> byIntent) {

    /** Nothing is allowed. */
    public static final Verdicts NONE = new Verdicts(Map.of());

    public Verdicts {
        byIntent = Map.copyOf(byIntent);
    }

    /** Returns verdicts that allow these intents and deny every other. */
    public static Verdicts allowing(Collection<IntentName> intents) {
        return new Verdicts(
                intents.stream().distinct().collect(Collectors.toMap(name -> name, name -> Verdict.ALLOWED)));
    }

    /** Returns whether the intent may be used: only if that was said in so many words. */
    public boolean allow(IntentName intent) {
        return byIntent.get(intent) == Verdict.ALLOWED;
    }
}

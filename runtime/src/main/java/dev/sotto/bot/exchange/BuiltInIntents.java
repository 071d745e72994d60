package dev.sotto.bot.exchange;

import java.util.List;
import java.util.Map;

/**
 * What people say for Lex's built-in intents, which have no sample utterances of their own (the Lex V2 developer guide,
 * "Built-in intents").
 */
final class BuiltInIntents {

    /** The intent that stands for not having understood. */
    static final String FALLBACK = "AMAZON.FallbackIntent";

    private static final Map<String, List<String>> SAYS = Map.of(
            "AMAZON.CancelIntent", List.of("cancel", "never mind", "forget it", "cancel that"),
            "AMAZON.HelpIntent", List.of("help", "help me", "can you help me", "I need help"),
            "AMAZON.StopIntent", List.of("stop", "stop it", "off", "shut up"),
            "AMAZON.PauseIntent", List.of("pause", "pause that", "wait a moment"),
            "AMAZON.ResumeIntent", List.of("resume", "continue", "keep going"),
            "AMAZON.RepeatIntent", List.of("repeat", "say that again", "repeat that", "what did you say"),
            "AMAZON.StartOverIntent", List.of("start over", "restart", "start again"));

    private BuiltInIntents() {}

    /** Returns whether a signature is one of an intent that means nothing without the cloud. */
    static boolean isOfTheCloud(String signature) {
        return !signature.isEmpty() && !signature.equals(FALLBACK) && !SAYS.containsKey(signature);
    }

    /** Returns what is said for it; nothing for one that means nothing without the cloud. */
    static List<String> says(String signature) {
        return SAYS.getOrDefault(signature, List.of());
    }
}

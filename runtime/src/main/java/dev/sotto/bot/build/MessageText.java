package dev.sotto.bot.build;

/** What can be said of a text before it stands in a bot. */
public final class MessageText {

    private MessageText() {}

    /** Returns whether a text in the notation of a bot's file is well-formed SSML. */
    public static boolean isSsml(String text) {
        TemplateText.Parsed parsed = TemplateText.parse(text);
        return parsed.faults().isEmpty() && SsmlCheck.fault(parsed.template()).isEmpty();
    }
}

package dev.sotto.speech;

import dev.sotto.nlu.SlotTypeName;
import java.util.Optional;

/**
 * What is likely to be said next, which is then heard better, and what for. Anything else that the bot knows is heard
 * nevertheless.
 *
 * @param asked the type, built in or of the bot's own, of what the bot has just asked for
 * @param telling when the words are wanted; a recogniser may tell them earlier
 */
public record Hints(Optional<SlotTypeName> asked, Telling telling) {

    /** Nothing was asked in particular. */
    public static final Hints NONE = new Hints(Optional.empty(), Telling.AS_SPOKEN);

    /** Returns the hint that a value of a type was asked for; {@code yes-no} for a question to be confirmed. */
    public static Hints asked(SlotTypeName type) {
        return new Hints(Optional.of(type), Telling.AS_SPOKEN);
    }

    /** Returns the same for words that are wanted at another time. */
    public Hints told(Telling when) {
        return new Hints(asked, when);
    }
}

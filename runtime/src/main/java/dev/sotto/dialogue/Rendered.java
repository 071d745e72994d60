package dev.sotto.dialogue;

import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import java.util.Optional;

/**
 * Words of the bot with values in them, and how far they may travel for that.
 *
 * @param ssml the same with marks for how it is spoken, if there are any
 */
record Rendered(Saying text, DataClass dataClass, Optional<Saying> ssml) {

    Rendered(Saying text, DataClass dataClass) {
        this(text, dataClass, Optional.empty());
    }
}

package dev.sotto.lex;

import dev.sotto.sensitive.Saying;
import java.util.List;
import java.util.Optional;

/**
 * Something to look at and to choose from, as Lex V2 has it (runtime API, ImageResponseCard).
 *
 * @param buttons at most five
 */
public record LexCard(Saying title, Optional<Saying> subtitle, Optional<String> imageUrl, List<Button> buttons) {

    public LexCard {
        buttons = List.copyOf(buttons);
    }

    /** A choice: what is written on it, and what the person says by choosing it. */
    public record Button(String text, String value) {}
}

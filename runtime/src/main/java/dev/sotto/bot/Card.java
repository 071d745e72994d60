package dev.sotto.bot;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Something to look at and to choose from (Lex V2's image response card).
 *
 * @param image an https address on a host that the bot lists
 * @param buttons at most {@value #MAX_BUTTONS}
 */
public record Card(Template title, Optional<Template> subtitle, Optional<URI> image, List<Button> buttons) {

    /** Most buttons. */
    public static final int MAX_BUTTONS = 5;

    /** Longest title, subtitle or address. */
    public static final int MAX_TEXT = 250;

    /** Longest text or value of a button. */
    public static final int MAX_BUTTON = 50;

    public Card {
        buttons = List.copyOf(buttons);
    }

    /**
     * A choice.
     *
     * @param text what is written on it
     * @param value what the person says by choosing it
     */
    public record Button(String text, String value) {}
}

package dev.sotto.bot;

import java.util.List;

/**
 * Something the bot can say, in one wording or several. Which wording is said is decided by the turn's number, so that
 * a conversation can be replayed.
 *
 * @param variations at least one
 */
public record Message(List<Template> variations) {

    public Message {
        variations = List.copyOf(variations);
        if (variations.isEmpty()) {
            throw new IllegalArgumentException("a message needs at least one wording");
        }
    }

    /** Returns the message in its only wording. */
    public static Message of(String text) {
        return new Message(List.of(Template.of(text)));
    }
}

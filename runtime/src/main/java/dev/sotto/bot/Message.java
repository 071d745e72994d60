package dev.sotto.bot;

import java.util.List;
import java.util.Optional;

/**
 * Something the bot can say, in one wording or several. Which wording is said is decided by the turn's number, so that
 * a conversation can be replayed.
 *
 * @param kind what the wordings are
 * @param variations at least one, unless it is a card
 * @param card what is shown, if it is one
 */
public record Message(Kind kind, List<Template> variations, Optional<Card> card) {

    /** What a message is made of (Lex V2's content types). */
    public enum Kind {
        /** Words. */
        PLAIN,
        /** Words with marks for how they are spoken; values in them are escaped. */
        SSML,
        /** Data for a client that knows what to do with it. */
        PAYLOAD,
        /** Something to look at and to choose from. */
        CARD
    }

    public Message {
        variations = List.copyOf(variations);
        if (variations.isEmpty() == card.isEmpty() || card.isPresent() != (kind == Kind.CARD)) {
            throw new IllegalArgumentException("a message needs at least one wording, or a card");
        }
    }

    /** Returns a message in words. */
    public Message(List<Template> variations) {
        this(Kind.PLAIN, variations, Optional.empty());
    }

    /** Returns the message in its only wording. */
    public static Message of(String text) {
        return new Message(List.of(Template.of(text)));
    }

    /** Returns whether it can be said aloud, and so be a question. */
    public boolean isSpoken() {
        return kind == Kind.PLAIN || kind == Kind.SSML;
    }
}

package dev.sotto.lex;

import dev.sotto.sensitive.Saying;
import java.util.Optional;

/**
 * A message as Lex V2 has it.
 *
 * @param content empty for a card without words of its own
 * @param card only for an image response card
 */
public record LexMessage(LexContentType type, Saying content, Optional<LexCard> card) {

    /** Returns a message in plain words. */
    public LexMessage(Saying content) {
        this(LexContentType.PLAIN_TEXT, content, Optional.empty());
    }
}

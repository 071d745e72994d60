package dev.sotto.dialogue;

import dev.sotto.bot.Place;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexIntent;
import java.util.Set;

/**
 * An unfinished intent that the person left for another, to be gone on with when that is done.
 *
 * @param intent with the slots filled so far
 * @param action what the bot was waiting for
 * @param passed the places that need not be passed again
 */
public record Suspended(LexIntent intent, LexDialogAction action, Set<Place> passed) {

    /** More than this are not kept; the one left first is forgotten. */
    public static final int MOST = 3;

    public Suspended {
        passed = Set.copyOf(passed);
    }
}

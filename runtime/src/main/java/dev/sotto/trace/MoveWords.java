package dev.sotto.trace;

import dev.sotto.speech.turntaking.Move;
import java.util.Locale;

/** Says what was decided about who speaks when, and why. No word that was spoken is in it. */
final class MoveWords {

    private MoveWords() {}

    static String of(long at, Move move) {
        return seconds(at) + " s: " + what(move) + ", for " + why(move.reason());
    }

    private static String what(Move move) {
        if (move instanceof Move.Listen listen) {
            return "listens from " + seconds(listen.since()) + " s on";
        }
        if (move instanceof Move.EndTurn turn) {
            return "the turn from " + seconds(turn.since()) + " to " + seconds(turn.until()) + " s is over";
        }
        if (move instanceof Move.Discard) {
            return "what was heard is no turn";
        }
        if (move instanceof Move.Consult voice) {
            return "asks what was said from " + seconds(voice.since()) + " to " + seconds(voice.until()) + " s";
        }
        if (move instanceof Move.NoInput) {
            return "nobody has spoken";
        }
        if (move instanceof Move.Duck) {
            return "the bot speaks more softly";
        }
        if (move instanceof Move.Unduck) {
            return "the bot speaks as before";
        }
        return "the bot falls silent";
    }

    private static String why(Move.Reason reason) {
        return switch (reason) {
            case VOICE -> "a voice began";
            case LONG_VOICE -> "a voice went on";
            case WORD -> "a word was heard";
            case BACKCHANNEL -> "it only shows that somebody listens";
            case ECHO -> "it is the bot's own words";
            case NO_WORD -> "no word was heard in it";
            case KEY -> "a key was pressed or something typed";
            case SILENCE -> "it was silent for as long as ends this answer";
            case QUIET -> "an answer was waited for as long as it may take";
            case TOO_LONG -> "a turn may not be longer";
        };
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.2f", millis / 1000.0);
    }
}

package dev.sotto.speech.turntaking;

/**
 * How an answer is waited for. All times are milliseconds.
 *
 * @param start how long for it to begin, from when the bot has been heard
 * @param end how much silence ends it
 * @param longest where it is cut off, 1 to {@value #LONGEST}
 * @param interruption whether the bot may be spoken over
 * @param evidence what it takes to stop the bot's voice
 */
public record Patience(long start, long end, long longest, Interruption interruption, Evidence evidence) {

    /** Longest that a turn can be: what is kept of one, to be heard again if a recogniser fails. */
    public static final long LONGEST = 55_000;

    /** How long an answer's beginning is waited for unless the bot says otherwise (Lex V2's start time-out). */
    public static final long USUAL_START = 4_000;

    /** Where an answer is cut off unless the bot says otherwise (Lex V2's largest maximum length). */
    public static final long USUAL_LONGEST = 15_000;

    public Patience {
        if (start < 1 || end < 1 || longest < 1 || longest > LONGEST) {
            throw new IllegalArgumentException("a patience outside its range");
        }
    }

    /** Returns the usual patience for an answer of a kind. */
    public static Patience of(AnswerKind kind) {
        return new Patience(USUAL_START, kind.end(), USUAL_LONGEST, Interruption.ALLOWED, Evidence.WORDS);
    }

    /** Whether the bot may be spoken over. */
    public enum Interruption {
        ALLOWED,
        IGNORED
    }

    /** What it takes to stop the bot's voice. */
    public enum Evidence {
        /** A word, for the recogniser tells of them as they are spoken. */
        WORDS,
        /** A voice that goes on, for the recogniser tells nothing before the end. */
        VOICE
    }
}

package dev.sotto.speech.turntaking;

import java.util.OptionalLong;

/**
 * Where a line stands. Immutable.
 *
 * @param patience how the answer is waited for
 * @param bot whether the bot's voice is heard
 * @param voice since when the person's voice is heard, if it is
 * @param turn when the turn under way began, if one is
 * @param silentSince when the voice stopped, if it has; only within a turn
 * @param voiced the longest that the voice went on in this turn without stopping, in milliseconds; not counting a voice
 *     that goes on
 * @param evidence the most that was heard of words in this turn
 * @param waitingSince since when an answer is waited for, if one is
 */
public record Line(
        Patience patience,
        Voice bot,
        OptionalLong voice,
        OptionalLong turn,
        OptionalLong silentSince,
        long voiced,
        Heard evidence,
        OptionalLong waitingSince) {

    /** The bot's voice. */
    public enum Voice {
        SILENT,
        SPEAKING,
        /** Softly, for somebody may be speaking over it, or has and it is being found out whether it was words. */
        DUCKED
    }

    /** What was heard in a turn, each more than the one before. */
    public enum Heard {
        NOTHING,
        ECHO,
        BACKCHANNEL,
        SPEECH
    }

    /** Returns a line on which nothing has happened and nothing is waited for. */
    public static Line opened(Patience patience) {
        return new Line(
                patience,
                Voice.SILENT,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                Heard.NOTHING,
                OptionalLong.empty());
    }

    /** Returns whether somebody may be speaking, or was a moment ago. */
    public boolean isInTurn() {
        return turn.isPresent();
    }

    /** Returns whether the bot has said its part and nobody speaks yet. */
    public boolean isAwaitingAnswer() {
        return waitingSince.isPresent();
    }

    boolean isBotHeard() {
        return bot != Voice.SILENT;
    }

    Line patient(Patience other) {
        return new Line(other, bot, voice, turn, silentSince, voiced, evidence, waitingSince);
    }

    Line bot(Voice level) {
        return new Line(patience, level, voice, turn, silentSince, voiced, evidence, waitingSince);
    }

    Line voice(OptionalLong since) {
        return new Line(patience, bot, since, turn, silentSince, voiced, evidence, waitingSince);
    }

    Line begun(long since) {
        return new Line(
                patience,
                bot,
                voice,
                OptionalLong.of(since),
                OptionalLong.empty(),
                0,
                Heard.NOTHING,
                OptionalLong.empty());
    }

    Line over() {
        return new Line(
                patience,
                bot,
                voice,
                OptionalLong.empty(),
                OptionalLong.empty(),
                0,
                Heard.NOTHING,
                OptionalLong.empty());
    }

    Line silent(OptionalLong since) {
        return new Line(patience, bot, voice, turn, since, voiced, evidence, waitingSince);
    }

    /** The voice, if one was heard, has stopped. */
    Line voiceless(long at) {
        long longest = voicedUntil(at);
        return new Line(patience, bot, OptionalLong.empty(), turn, silentSince, longest, evidence, waitingSince);
    }

    /** Returns the longest that the voice has gone on in this turn, counting one that goes on still. */
    long voicedUntil(long at) {
        return Math.max(voiced, at - voice.orElse(at));
    }

    Line heard(Heard more) {
        Heard most = more.compareTo(evidence) > 0 ? more : evidence;
        return new Line(patience, bot, voice, turn, silentSince, voiced, most, waitingSince);
    }

    Line waiting(OptionalLong since) {
        return new Line(patience, bot, voice, turn, silentSince, voiced, evidence, since);
    }
}

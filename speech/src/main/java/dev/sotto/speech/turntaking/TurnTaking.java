package dev.sotto.speech.turntaking;

import dev.sotto.speech.turntaking.Move.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Decides who speaks when. A voice over the bot's makes the bot softer at once, a word makes it silent; what turns out to
 * be no word gives it its level back. A turn ends when it was silent for as long as this kind of answer takes to end.
 *
 * <p>Words are told as they are spoken by a recogniser that keeps up, and it may not: while it loads its model, or has much to
 * do. That it told of none says nothing, therefore, where there was enough of a voice for one.
 */
public final class TurnTaking {

    /** A voice over the bot's that goes on for so long is meant, where no words can tell. In milliseconds. */
    static final long LONG_VOICE = 600;

    /**
     * A voice that goes on for less is no word. In milliseconds; the shortest words were found to be heard as a voice for
     * seven frames.
     */
    static final long SHORTEST_WORD = 7 * 32;

    private TurnTaking() {}

    /**
     * What came of an event.
     *
     * @param line takes the place of the line before
     * @param moves what is to be done, in order
     */
    public record Outcome(Line line, List<Move> moves) {

        public Outcome {
            moves = List.copyOf(moves);
        }
    }

    /** Takes an event. */
    public static Outcome step(Line line, MediaEvent event) {
        List<Move> moves = new ArrayList<>(2);
        Line next = line;
        if (event instanceof MediaEvent.VoiceStarted voice) {
            next = started(line, voice, moves);
        } else if (event instanceof MediaEvent.VoiceStopped voice) {
            next = stopped(line, voice);
        } else if (event instanceof MediaEvent.Words words) {
            next = words(line, words, moves);
        } else if (event instanceof MediaEvent.Key) {
            next = key(line, moves);
        } else if (event instanceof MediaEvent.PlaybackStarted) {
            next = playing(line, moves);
        } else if (event instanceof MediaEvent.PlaybackFinished) {
            next = played(line, event.at(), moves);
        } else if (event instanceof MediaEvent.Said said) {
            next = said(line, said, moves);
        } else if (event instanceof MediaEvent.NothingSaid) {
            next = noTurn(line, event.at(), Reason.NO_WORD, moves);
        } else if (event instanceof MediaEvent.Question question) {
            next = asked(line, question);
        } else if (event instanceof MediaEvent.Tick) {
            next = tick(line, event.at(), moves);
        }
        return new Outcome(next, moves);
    }

    private static Line started(Line before, MediaEvent.VoiceStarted event, List<Move> moves) {
        Line line = before.voice(OptionalLong.of(event.since()));
        if (line.isInTurn()) {
            return line.silent(OptionalLong.empty());
        }
        if (line.isBotHeard() && line.patience().interruption() == Patience.Interruption.IGNORED) {
            return line;
        }
        Line begun = begin(line, event.since(), moves);
        if (line.bot() != Line.Voice.SPEAKING) {
            return begun;
        }
        moves.add(new Move.Duck(Reason.VOICE));
        return begun.bot(Line.Voice.DUCKED);
    }

    private static Line begin(Line line, long since, List<Move> moves) {
        moves.add(new Move.Listen(since, Reason.VOICE));
        return line.begun(since);
    }

    private static Line stopped(Line line, MediaEvent.VoiceStopped event) {
        Line quiet = line.voiceless(event.since());
        return line.isInTurn() ? quiet.silent(OptionalLong.of(event.since())) : quiet;
    }

    private static Line words(Line line, MediaEvent.Words words, List<Move> moves) {
        if (!line.isInTurn()) {
            return line;
        }
        Line.Heard heard = heard(words.kind());
        Line next = line.heard(heard);
        return heard == Line.Heard.SPEECH && line.isBotHeard() ? silenced(next, Reason.WORD, moves) : next;
    }

    private static Line key(Line line, List<Move> moves) {
        Line next = line;
        if (line.isBotHeard()) {
            next = silenced(next, Reason.KEY, moves);
        }
        if (line.isInTurn()) {
            moves.add(new Move.Discard(Reason.KEY));
        }
        // Whoever presses keys is answering; how long for the next key is not counted here.
        return next.over();
    }

    private static Line playing(Line line, List<Move> moves) {
        if (line.isBotHeard()) {
            return line;
        }
        Line speaking = line.bot(Line.Voice.SPEAKING).waiting(OptionalLong.empty());
        if (!line.isInTurn()) {
            return speaking;
        }
        if (line.evidence() == Line.Heard.SPEECH) {
            // The person went on: the answer comes into the middle of what they say.
            return silenced(speaking, Reason.WORD, moves);
        }
        moves.add(new Move.Duck(Reason.VOICE));
        return speaking.bot(Line.Voice.DUCKED);
    }

    private static Line played(Line line, long at, List<Move> moves) {
        Line quiet = line.bot(Line.Voice.SILENT);
        if (line.isInTurn()) {
            return quiet;
        }
        // Who spoke over a question that is not to be spoken over is heard from its end on.
        return line.voice().isPresent() ? begin(quiet, at, moves) : quiet.waiting(OptionalLong.of(at));
    }

    private static Line asked(Line line, MediaEvent.Question question) {
        Line next = line.patient(question.patience());
        return line.isInTurn() || line.isBotHeard() ? next : next.waiting(OptionalLong.of(question.at()));
    }

    private static Line tick(Line line, long at, List<Move> moves) {
        if (!line.isInTurn()) {
            return wait(line, at, moves);
        }
        long begun = line.turn().getAsLong();
        if (at - begun >= line.patience().longest()) {
            return end(line, at, Reason.TOO_LONG, moves);
        }
        if (line.silentSince().isPresent()) {
            long since = line.silentSince().getAsLong();
            return at - since >= line.patience().end() ? end(line, since, Reason.SILENCE, moves) : line;
        }
        boolean voiceCounts = line.patience().evidence() == Patience.Evidence.VOICE && at - begun >= LONG_VOICE;
        return line.isBotHeard() && voiceCounts ? silenced(line, Reason.LONG_VOICE, moves) : line;
    }

    private static Line wait(Line line, long at, List<Move> moves) {
        boolean tooLong = line.waitingSince().isPresent()
                && at - line.waitingSince().getAsLong() >= line.patience().start();
        if (!tooLong) {
            return line;
        }
        moves.add(new Move.NoInput(Reason.QUIET));
        return line.waiting(OptionalLong.empty());
    }

    private static Line end(Line line, long until, Reason why, List<Move> moves) {
        long begun = line.turn().getAsLong();
        if (!line.isBotHeard()) {
            moves.add(new Move.EndTurn(begun, until, why));
            return line.over();
        }
        // The bot's own words stay its own. Anything else may have gone on when words were last told of.
        if (line.evidence() != Line.Heard.ECHO && line.voicedUntil(until) >= SHORTEST_WORD) {
            moves.add(new Move.Consult(begun, until, why));
            return line.over();
        }
        Reason reason = noTurn(line.evidence());
        moves.add(new Move.Discard(reason));
        return noTurn(line.over(), until, reason, moves);
    }

    private static Line said(Line line, MediaEvent.Said event, List<Move> moves) {
        if (event.kind() != MediaEvent.Words.Kind.SPEECH) {
            return noTurn(line, event.at(), noTurn(heard(event.kind())), moves);
        }
        Line answered = line.isInTurn() ? line : line.waiting(OptionalLong.empty());
        return line.isBotHeard() ? silenced(answered, Reason.WORD, moves) : answered;
    }

    private static Line noTurn(Line line, long at, Reason reason, List<Move> moves) {
        if (line.isInTurn()) {
            // Somebody speaks again: what comes of that decides.
            return line;
        }
        if (!line.isBotHeard()) {
            return line.waiting(OptionalLong.of(at));
        }
        if (line.bot() == Line.Voice.DUCKED) {
            moves.add(new Move.Unduck(reason));
        }
        return line.bot(Line.Voice.SPEAKING);
    }

    private static Reason noTurn(Line.Heard heard) {
        return switch (heard) {
            case BACKCHANNEL -> Reason.BACKCHANNEL;
            case ECHO -> Reason.ECHO;
            case NOTHING, SPEECH -> Reason.NO_WORD;
        };
    }

    private static Line.Heard heard(MediaEvent.Words.Kind kind) {
        return switch (kind) {
            case SPEECH -> Line.Heard.SPEECH;
            case BACKCHANNEL -> Line.Heard.BACKCHANNEL;
            case ECHO -> Line.Heard.ECHO;
        };
    }

    private static Line silenced(Line line, Reason reason, List<Move> moves) {
        moves.add(new Move.StopPlayback(reason));
        return line.bot(Line.Voice.SILENT);
    }
}

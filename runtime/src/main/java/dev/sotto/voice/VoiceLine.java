package dev.sotto.voice;

import dev.sotto.nlu.Heard;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Hints;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.Telling;
import dev.sotto.speech.turntaking.Line;
import dev.sotto.speech.turntaking.MediaEvent;
import dev.sotto.speech.turntaking.MediaEvent.Words.Kind;
import dev.sotto.speech.turntaking.Move;
import dev.sotto.speech.turntaking.Patience;
import dev.sotto.speech.turntaking.TurnTaking;
import dev.sotto.time.Timers;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A spoken conversation on one connection: listens, takes turns, speaks. It decides nothing itself; {@link TurnTaking}
 * does. Confined to the connection's event loop.
 */
public final class VoiceLine {

    private final LineParts parts;
    private final Pace pace;
    private final Executor loop;
    private final Carrier carrier;
    private final ListenerLane ear;
    private final Playback mouth;

    /** Turns that are over and of which not all is told yet; hardly ever more than one. */
    private final Deque<Ended> ended = new ArrayDeque<>();

    private Line line = Line.opened(Expectations.OF_NOTHING);
    private WordKinds words = WordKinds.whileSilent();
    private Output.@Nullable Ask asked;
    private DataClass answerClass = DataClass.PERSONAL;
    private Hints hints = Hints.NONE;
    private long now;
    private long marks;
    private Timers.Alarm playing = Timers.Alarm.NONE;
    private boolean closed;

    /**
     * A turn that is over.
     *
     * @param overheard tells words apart if it was over the bot's voice and may be none
     */
    private record Ended(long since, long until, Move.Reason reason, Optional<WordKinds> overheard) {}

    /**
     * @param source how the person's audio comes in
     * @param loop runs a task on the connection's event loop, at once if it is called there
     */
    public VoiceLine(LineParts parts, AudioFormat source, Pace pace, Executor loop, Carrier carrier) {
        this.parts = parts;
        this.pace = pace;
        this.loop = loop;
        this.carrier = carrier;
        Listener listener = new Listener(parts.recognizer(), parts.bot().locale(), parts.detector(), source);
        int bytesPerSecond = source.sampleRate() * source.bytesPerSample();
        this.ear = new ListenerLane(listener, parts.ears(), loop, bytesPerSecond, new Ear());
        ear.prepare(hints);
        this.mouth = new Playback(parts.voice(), parts.voices(), parts.timers(), loop, pace, new Mouth());
    }

    /** Listens to the person's audio: whole samples in the agreed format, wiped when they were heard. */
    public void hear(byte[] audio) {
        ear.hear(audio);
    }

    /** Takes what the bot does, in its order. */
    public void deliver(Output output) {
        if (closed) {
            return;
        }
        if (output instanceof Output.Say say) {
            speak(say.text(), say.ssml(), say.dataClass());
        } else if (output instanceof Output.Ask ask) {
            asked = ask;
            speak(ask.text(), ask.ssml(), ask.dataClass());
        } else if (output instanceof Output.Done) {
            await();
        }
    }

    /** Takes what the bot did before the line was opened, without saying it again. */
    public void expect(Output output) {
        if (output instanceof Output.Ask ask) {
            asked = ask;
        } else if (output instanceof Output.Done) {
            await();
        }
    }

    /** A key was pressed, or something was typed: whoever does that has heard enough. */
    public void keyed() {
        happens(new MediaEvent.Key(now));
    }

    /** The client has played everything up to a mark. */
    public void played(String mark) {
        if (mark.equals(Long.toString(marks))) {
            heardAll();
        }
    }

    /** Returns whether something is still being said. */
    public boolean isSpeaking() {
        return mouth.isBusy();
    }

    /** Ends the line: nothing more is heard or said. */
    public void close() {
        if (!closed) {
            closed = true;
            playing.cancel();
            mouth.clear();
            ear.close();
        }
    }

    private void speak(Saying text, Optional<Saying> ssml, DataClass dataClass) {
        if (dataClass != DataClass.SECRET) {
            words = (mouth.isBusy() ? words : WordKinds.whileSilent()).saying(text);
            mouth.say(text, ssml);
            // It has the word from now on, though its first sound is still being made.
            happens(new MediaEvent.PlaybackStarted(now));
        }
    }

    /** The bot has said its part of this turn and waits, for an answer or for anything. */
    private void await() {
        Output.Ask question = asked;
        asked = null;
        answerClass = question == null ? DataClass.PERSONAL : question.answerClass();
        hints = question == null ? Hints.NONE : Expectations.hints(parts.bot(), question.expects());
        Patience patience = question == null
                ? Expectations.OF_NOTHING
                : Expectations.patience(parts.bot(), question, parts.evidence());
        ear.prepare(hints);
        happens(new MediaEvent.Question(now, patience));
    }

    private void happens(MediaEvent event) {
        if (closed) {
            return;
        }
        Telling telling = telling();
        TurnTaking.Outcome outcome = TurnTaking.step(line, event);
        line = outcome.line();
        outcome.moves().forEach(move -> perform(move, telling));
    }

    /** Where nobody sees words, they are of use as long as the bot has more to say: a word silences it. */
    private Telling telling() {
        return carrier.showsWords() || !line.isAwaitingAnswer() ? Telling.AS_SPOKEN : Telling.WHEN_OVER;
    }

    private void perform(Move move, Telling telling) {
        parts.onlooker().decided(now, move);
        if (move instanceof Move.Listen listen) {
            ear.listen(listen.since(), hints.told(telling));
        } else if (move instanceof Move.Discard) {
            ear.discard();
        } else if (move instanceof Move.EndTurn end) {
            ended.add(new Ended(end.since(), end.until(), end.reason(), Optional.empty()));
            ear.finish();
        } else if (move instanceof Move.Consult end) {
            ended.add(new Ended(end.since(), end.until(), end.reason(), Optional.of(words)));
            ear.finish();
        } else if (move instanceof Move.NoInput) {
            carrier.submit(new Input.Silent(Input.Silence.NO_SPEECH));
        } else if (move instanceof Move.Duck duck) {
            carrier.tell(new LineEvent.Duck(duck.reason()));
        } else if (move instanceof Move.Unduck unduck) {
            carrier.tell(new LineEvent.Unduck(unduck.reason()));
        } else if (move instanceof Move.StopPlayback stop) {
            playing.cancel();
            mouth.clear();
            carrier.tell(new LineEvent.Clear(stop.reason()));
        }
    }

    private void noticed(Noticed noticed) {
        if (noticed instanceof Noticed.Media media) {
            now = media.event().at();
            happens(media.event());
        } else if (noticed instanceof Noticed.Words partial) {
            partial(partial);
        } else if (noticed instanceof Noticed.Whole whole) {
            whole(whole.events());
        }
    }

    private void partial(Noticed.Words partial) {
        if (partial.words().text().length() == 0) {
            return;
        }
        if (answerClass != DataClass.SECRET) {
            carrier.tell(new LineEvent.Partial(partial.words().text()));
        }
        happens(new MediaEvent.Words(partial.at(), words.of(partial.words().text())));
    }

    private void whole(List<SpeechEvent> events) {
        Ended turn = ended.remove();
        Optional<Heard> heard = SpeechEvent.heard(events);
        if (heard.isPresent()) {
            said(turn, heard.get());
        } else if (turn.overheard().isEmpty() && SpeechEvent.isRejection(events)) {
            tellHeard(turn, Optional.empty());
            carrier.submit(new Input.Unheard());
        } else {
            happens(new MediaEvent.NothingSaid(now));
        }
    }

    private void said(Ended turn, Heard heard) {
        if (turn.overheard().isPresent()) {
            Kind kind = turn.overheard().get().of(heard.best().utterance());
            happens(new MediaEvent.Said(now, kind));
            if (kind != Kind.SPEECH) {
                return;
            }
        }
        tellHeard(turn, answerClass == DataClass.SECRET ? Optional.empty() : Optional.of(heard));
        carrier.submit(new Input.Spoken(heard));
    }

    private void tellHeard(Ended turn, Optional<Heard> heard) {
        carrier.tell(new LineEvent.Heard(
                heard.map(all -> all.best().utterance()), turn.since(), turn.until(), turn.reason()));
    }

    private void heardAll() {
        playing.cancel();
        mouth.heardAll();
        happens(new MediaEvent.PlaybackFinished(now));
    }

    private void broken() {
        if (!closed) {
            close();
            carrier.failed(RefusalCode.BUSY_SPEECH);
        }
    }

    private final class Ear implements ListenerLane.Owner {

        @Override
        public void noticed(List<Noticed> all) {
            for (Noticed noticed : all) {
                if (!closed) {
                    VoiceLine.this.noticed(noticed);
                }
            }
        }

        @Override
        public void burdened(ListenerLane.Burden burden) {
            if (burden == ListenerLane.Burden.HEAVY) {
                carrier.burdened();
            } else {
                carrier.relieved();
            }
        }

        @Override
        public void failed(Throwable fault) {
            broken();
        }
    }

    private final class Mouth implements Playback.Owner {

        @Override
        public void starts() {
            carrier.tell(new LineEvent.Speaks());
        }

        @Override
        public void send(byte[] audio) {
            carrier.play(audio);
        }

        @Override
        public void sentAll(Duration rest) {
            marks++;
            carrier.tell(new LineEvent.Mark(Long.toString(marks)));
            playing = parts.timers().after(rest.plus(pace.grace()), () -> loop.execute(VoiceLine.this::heardAll));
        }

        @Override
        public void unspoken(Throwable fault) {
            // What is said is on the screen or lost, and the conversation goes on: whoever heard nothing will ask.
            happens(new MediaEvent.PlaybackFinished(now));
        }
    }
}

package dev.sotto.bench;

import dev.sotto.bench.StageTimes.Stage;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Capabilities;
import dev.sotto.speech.Hints;
import dev.sotto.speech.Recognizer;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.Telling;
import dev.sotto.speech.activity.DetectorStream;
import dev.sotto.speech.activity.VoiceDetector;
import dev.sotto.speech.turntaking.AnswerKind;
import dev.sotto.speech.turntaking.Line;
import dev.sotto.speech.turntaking.Move;
import dev.sotto.speech.turntaking.Patience;
import dev.sotto.speech.turntaking.TurnTaking;
import dev.sotto.voice.Elocution;
import dev.sotto.voice.Listener;
import dev.sotto.voice.Noticed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line as a server listens to it, with the same parts: voice or not, turns, words so far, and the whole turn at its end;
 * only that the recogniser is in this process. Safe for many threads.
 */
final class SottoHearing implements Hearing.Side {

    private final Recognizer ear;
    private final VoiceDetector detector;
    private final Locale locale;
    private final Hints hints;
    private final StageTimes times;

    /**
     * @param telling whether somebody sees the words so far, as in a browser and not on the telephone
     */
    SottoHearing(Recognizer ear, VoiceDetector detector, Locale locale, Telling telling, StageTimes times) {
        this.ear = new Timed(ear, times);
        this.detector = rate -> new TimedDetector(detector.listen(rate), times);
        this.locale = locale;
        this.hints = Hints.NONE.told(telling);
        this.times = times;
    }

    @Override
    public String name() {
        return "sotto";
    }

    @Override
    public Hearing open() {
        return new Call(new Listener(ear, locale, detector, Elocution.FORMAT), hints, times);
    }

    private static final class Call implements Hearing {

        private final Listener listener;
        private final Hints hints;
        private final StageTimes times;
        private Line line = Line.opened(Patience.of(AnswerKind.OPEN));

        Call(Listener listener, Hints hints, StageTimes times) {
            this.listener = listener;
            this.hints = hints;
            this.times = times;
        }

        @Override
        public void hear(byte[] chunk) {
            times.during(Stage.LINE, () -> {
                take(listener.hear(chunk));
                return chunk.length;
            });
        }

        /** It finds that out by itself, some time later. */
        @Override
        public void sentenceOver() {}

        private void take(List<Noticed> all) {
            for (Noticed noticed : all) {
                if (noticed instanceof Noticed.Media media) {
                    TurnTaking.Outcome outcome = TurnTaking.step(line, media.event());
                    line = outcome.line();
                    outcome.moves().forEach(this::perform);
                }
            }
        }

        private void perform(Move move) {
            if (move instanceof Move.Listen listen) {
                take(listener.listen(listen.since(), hints));
            } else if (move instanceof Move.EndTurn) {
                take(listener.finish());
            } else if (move instanceof Move.Discard) {
                listener.discard();
            }
        }

        @Override
        public void close() {
            listener.close();
        }
    }

    private record TimedDetector(DetectorStream stream, StageTimes times) implements DetectorStream {

        @Override
        public double[] accept(double[] samples) {
            return times.during(Stage.VOICE_OR_NOT, () -> stream.accept(samples));
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private record Timed(Recognizer ear, StageTimes times) implements Recognizer {

        @Override
        public Capabilities capabilities() {
            return ear.capabilities();
        }

        @Override
        public RecognizerStream open(Locale locale, AudioFormat format, Hints hints) {
            RecognizerStream stream = ear.open(locale, format, hints);
            return new RecognizerStream() {

                @Override
                public List<SpeechEvent> accept(AudioFrame frame) {
                    return times.during(Stage.WORDS_SO_FAR, () -> stream.accept(frame));
                }

                @Override
                public List<SpeechEvent> finish() {
                    return times.during(Stage.WHOLE_TURN, () -> new ArrayList<>(stream.finish()));
                }

                @Override
                public void close() {
                    stream.close();
                }
            };
        }
    }
}

package dev.sotto.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Listening;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.engine.EngineSettings;
import dev.sotto.lex.DialogActionType;
import dev.sotto.metrics.Metrics;
import dev.sotto.nlu.Expectation;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.sensitive.DataClass;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Hints;
import dev.sotto.speech.turntaking.Move;
import dev.sotto.testing.FakeTimers;
import dev.sotto.testing.LoudnessDetector;
import dev.sotto.testing.ManualLoop;
import dev.sotto.testing.Monotone;
import dev.sotto.testing.SampleBot;
import dev.sotto.testing.ScriptedEar;
import dev.sotto.testing.ScriptedWork;
import dev.sotto.turn.Input;
import dev.sotto.turn.Output;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceLineTest {

    private static final AudioFormat WIDE = AudioFormat.linear(16_000);
    private static final int FRAME_MILLIS = 32;

    private final FakeTimers timers = new FakeTimers();
    private final ManualLoop loop = new ManualLoop();
    private final ScriptedEar ear = new ScriptedEar();
    private final EngineAdapter engine =
            new EngineAdapter(EngineSettings.nlu(1, 16, Duration.ofMinutes(1)), timers, new Metrics());
    private final Recorded told = new Recorded();
    private final List<Move> decided = new ArrayList<>();
    private final LineOnlooker seen = (at, move) -> decided.add(move);
    private final VoiceLine line = new VoiceLine(
            new LineParts(
                    SampleBot.bot(), ear, new LoudnessDetector(), engine, new Monotone(WIDE), engine, timers, seen),
            WIDE,
            Pace.BUFFERED,
            loop,
            told);

    @AfterEach
    void stop() {
        line.close();
        engine.close(Duration.ofSeconds(5));
    }

    @Test
    void handsInWhatWasSaidWhenItIsSilentAgain() {
        ear.then("hello there");

        voice(20);
        silence(30);

        assertThat(told.inputs).hasSize(1);
        Input.Spoken spoken = (Input.Spoken) told.inputs.get(0);
        assertThat(spoken.heard().best().utterance().reveal()).isEqualTo("hello there");
        assertThat(spoken.heard().best().confidence()).isEqualTo(0.9);
    }

    @Test
    void letsTheRecogniserHearHalfASecondBeforeTheVoice() {
        silence(60);
        voice(20);
        silence(30);

        long heard = 500 + 20 * FRAME_MILLIS + Listener.PAUSE;
        assertThat(ear.samples.get() / 16).isBetween(heard, heard + 2 * FRAME_MILLIS);
    }

    @Test
    void hasTheRecogniserWorkAheadInAPauseThatMayBeTheEnd() {
        voice(20);
        silence(4);
        assertThat(ear.prepared.get()).isZero();

        silence(30);

        assertThat(ear.prepared.get()).isOne();
    }

    @Test
    void letsTheRecogniserHearAPauseAfterWhichTheVoiceCameBack() {
        voice(20);
        silence(15);
        voice(20);
        silence(15);

        long heard = (20 + 15 + 20) * FRAME_MILLIS + Listener.PAUSE;
        assertThat(ear.samples.get() / 16).isBetween(heard, heard + 2 * FRAME_MILLIS);
        assertThat(ear.prepared.get()).isEqualTo(2);
    }

    @Test
    void listensToAllOfAFrameThatIsMuchTooLong() {
        hear(loud(250));
        silence(30);

        long heard = 250 * FRAME_MILLIS + Listener.PAUSE;
        assertThat(ear.samples.get() / 16).isBetween(heard, heard + 2 * FRAME_MILLIS);
    }

    @Test
    void takesNoMoreAudioThanItCanListenTo() throws InterruptedException {
        ScriptedWork<Boolean> others = new ScriptedWork<>(true);
        engine.call(others);
        others.awaitBegin();
        ear.then("hello there");

        line.hear(loud(1));
        line.hear(loud(ListenerLane.MOST_WAITING_MILLIS / FRAME_MILLIS - 1));
        assertThat(told.burdened).isFalse();
        line.hear(loud(3));
        assertThat(told.burdened).isTrue();
        others.release();
        loop.runUntil(() -> !told.burdened);
        silence(30);

        assertThat(told.heard()).containsExactly(Optional.of("hello there"));
    }

    @Test
    void hasTheRecogniserMakeItselfReadyForAnAnswerWhileItIsAskedFor() {
        asks("Your code?", DataClass.PUBLIC);
        silence(1);

        assertThat(ear.expected).hasSize(2).startsWith(Hints.NONE);
        assertThat(ear.opened.get()).isZero();
    }

    @Test
    void letsTheRecogniserHearNothingOfSilence() {
        silence(200);

        assertThat(ear.opened.get()).isZero();
    }

    @Test
    void showsWordsAsTheyCome() {
        ear.whileSpeaking("hel");

        voice(10);

        assertThat(told.partials()).contains("hel");
    }

    @Test
    void showsNothingOfAnAnswerThatIsSecret() {
        asks("Your code?", DataClass.SECRET);
        heardOut();
        ear.whileSpeaking("one two");
        ear.then("one two");

        voice(10);
        silence(30);

        assertThat(told.partials()).isEmpty();
        assertThat(told.heard()).containsExactly(Optional.empty());
        assertThat(told.inputs).hasExactlyElementsOfTypes(Input.Spoken.class);
    }

    @Test
    void handsInThatSomethingElseWasSaid() {
        ear.thenNothingOfTheBots();

        voice(10);
        silence(30);

        assertThat(told.inputs).containsExactly(new Input.Unheard());
        assertThat(told.heard()).containsExactly(Optional.empty());
    }

    @Test
    void takesANoiseWithoutAWordForNothing() {
        ear.then("");

        voice(10);
        silence(30);

        assertThat(told.inputs).isEmpty();
        assertThat(told.events).isEmpty();
    }

    @Test
    void tellsThatNobodyAnswers() {
        asks("Yes or no?", DataClass.PUBLIC);
        heardOut();

        silence(4_000 / FRAME_MILLIS + 2);

        assertThat(told.inputs).containsExactly(new Input.Silent(Input.Silence.NO_SPEECH));
    }

    @Test
    void speaksWhatTheBotSaysAndMarksItsEnd() {
        asks("How are you?", DataClass.PUBLIC);
        heardOut();

        assertThat(told.events.get(0)).isEqualTo(new LineEvent.Speaks());
        assertThat(told.events).endsWith(new LineEvent.Mark("1"));
        assertThat(told.played).isEqualTo(Monotone.MILLIS * 16 * 2);
    }

    @Test
    void sendsNoFurtherAheadThanTheOtherEndShouldKeep() {
        asks("How are you?", DataClass.PUBLIC);
        loop.runUntil(() -> told.played > 0);

        assertThat(told.played / 32).isBetween(300, 340);
    }

    @Test
    void fallsSilentAtAWord() {
        asks("How are you?", DataClass.PUBLIC);
        loop.runUntil(() -> told.played > 0);
        ear.whileSpeaking("stop");

        voice(10);

        assertThat(told.events)
                .hasAtLeastOneElementOfType(LineEvent.Duck.class)
                .hasAtLeastOneElementOfType(LineEvent.Clear.class);
        assertThat(line.isSpeaking()).isFalse();
    }

    @Test
    void whereNobodySeesWordsAnAnswerIsHeardWhenItIsOver() {
        told.shows = false;
        asks("How are you?", DataClass.PUBLIC);
        heardOut();
        ear.whileSpeaking("fi");
        ear.then("fine");

        voice(20);
        silence(30);

        assertThat(told.partials()).isEmpty();
        assertThat(told.heard()).containsExactly(Optional.of("fine"));
    }

    @Test
    void aWordStopsTheBotWhereNobodySeesItToo() {
        told.shows = false;
        asks("How are you?", DataClass.PUBLIC);
        loop.runUntil(() -> told.played > 0);
        ear.whileSpeaking("stop");

        voice(10);

        assertThat(told.events).hasAtLeastOneElementOfType(LineEvent.Clear.class);
        assertThat(line.isSpeaking()).isFalse();
    }

    @Test
    void goesOnSpeakingAfterASignOfListening() {
        asks("How are you?", DataClass.PUBLIC);
        loop.runUntil(() -> told.played > 0);
        ear.whileSpeaking("mm-hm");

        voice(6);
        silence(30);

        assertThat(told.events)
                .hasAtLeastOneElementOfType(LineEvent.Unduck.class)
                .doesNotHaveAnyElementsOfTypes(LineEvent.Clear.class);
        assertThat(told.inputs).isEmpty();
        assertThat(ear.open.get()).isZero();
    }

    @Test
    void answersWhatIsSaidOverTheBotWhileTheRecogniserTellsNothing() {
        asks("How are you?", DataClass.PUBLIC);
        loop.runUntil(() -> told.played > 0);
        ear.then("what is my balance");

        voice(20);
        silence(30);

        assertThat(told.events)
                .hasAtLeastOneElementOfType(LineEvent.Clear.class)
                .doesNotHaveAnyElementsOfTypes(LineEvent.Unduck.class);
        assertThat(told.heard()).containsExactly(Optional.of("what is my balance"));
        assertThat(told.inputs).hasExactlyElementsOfTypes(Input.Spoken.class);
        assertThat(line.isSpeaking()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[rejected]", "mm-hm", "how are you"})
    void goesOnSpeakingWhenWhatWasSaidOverTheBotTurnsOutToBeNoTurn(String words) {
        asks("Hello! How are you?", DataClass.PUBLIC);
        loop.runUntil(() -> told.played > 0);
        if (words.equals("[rejected]")) {
            ear.thenNothingOfTheBots();
        } else {
            ear.then(words);
        }

        voice(20);
        silence(30);

        assertThat(decided).extracting(move -> move.getClass().getSimpleName()).contains("Consult");
        assertThat(told.events)
                .hasAtLeastOneElementOfType(LineEvent.Unduck.class)
                .doesNotHaveAnyElementsOfTypes(LineEvent.Clear.class, LineEvent.Heard.class);
        assertThat(told.inputs).isEmpty();
        assertThat(line.isSpeaking()).isTrue();
        assertThat(ear.open.get()).isZero();
    }

    @Test
    void tellsWhoLooksOnWhatWasDecidedAndWhy() {
        asks("How are you?", DataClass.PUBLIC);
        loop.runUntil(() -> told.played > 0);
        ear.whileSpeaking("mm-hm");
        voice(6);
        silence(30);
        ear.whileSpeaking("stop");
        ear.then("stop");
        voice(10);
        silence(30);

        assertThat(decided)
                .extracting(move -> move.getClass().getSimpleName() + " " + move.reason())
                .containsExactly(
                        "Listen VOICE",
                        "Duck VOICE",
                        "Discard BACKCHANNEL",
                        "Unduck BACKCHANNEL",
                        "Listen VOICE",
                        "Duck VOICE",
                        "StopPlayback WORD",
                        "EndTurn SILENCE");
    }

    @Test
    void fallsSilentWhenSomethingIsTyped() {
        asks("How are you?", DataClass.PUBLIC);
        loop.runUntil(() -> told.played > 0);

        line.keyed();

        assertThat(told.events).hasAtLeastOneElementOfType(LineEvent.Clear.class);
    }

    @Test
    void saysNothingAloudThatIsSecret() {
        line.deliver(new Output.Say(new Saying("1234"), DataClass.SECRET));

        loop.run();

        assertThat(line.isSpeaking()).isFalse();
    }

    @Test
    void breaksWhenTheRecogniserFails() {
        ear.breakDown();

        hear(loud(10));
        loop.runUntil(() -> told.failure.isPresent());

        assertThat(told.failure).contains(RefusalCode.BUSY_SPEECH);
    }

    @Test
    void wipesTheAudioThatItHasHeard() {
        byte[] audio = loud(1);

        hear(audio);

        assertThat(audio).containsOnly(0);
    }

    private void asks(String question, DataClass answerClass) {
        line.deliver(new Output.Ask(
                new Saying(question),
                DataClass.PUBLIC,
                new Expectation.Anything(),
                answerClass,
                0,
                Listening.USUAL,
                Optional.empty()));
        line.deliver(new Output.Done(DialogActionType.ELICIT_INTENT, Optional.empty()));
    }

    /** Lets the bot finish. */
    private void heardOut() {
        loop.runUntil(() -> told.played > 0);
        while (told.events.stream().noneMatch(LineEvent.Mark.class::isInstance)) {
            timers.advance(Duration.ofMillis(100));
            loop.run();
        }
        line.played("1");
    }

    private void voice(int frames) {
        for (int i = 0; i < frames; i++) {
            hear(loud(1));
        }
    }

    private void silence(int frames) {
        for (int i = 0; i < frames; i++) {
            hear(new byte[bytes(1)]);
        }
    }

    private void hear(byte[] audio) {
        line.hear(audio);
        // What is noticed may ask for more: a turn is begun, then ended.
        untilIdle();
        untilIdle();
    }

    /** The one thread of the engine has nothing to do once a task that was queued last has run. */
    private void untilIdle() {
        boolean[] done = new boolean[1];
        engine.call(() -> true).onComplete(ignored -> loop.execute(() -> done[0] = true));
        loop.runUntil(() -> done[0]);
    }

    private static byte[] loud(int frames) {
        byte[] audio = new byte[bytes(frames)];
        Arrays.fill(audio, (byte) 0x30);
        return audio;
    }

    private static int bytes(int frames) {
        return frames * FRAME_MILLIS * 16 * 2;
    }

    private static final class Recorded implements Carrier {

        final List<Input> inputs = new ArrayList<>();
        final List<LineEvent> events = new ArrayList<>();
        int played;
        boolean shows = true;
        boolean burdened;
        Optional<RefusalCode> failure = Optional.empty();

        List<String> partials() {
            return events.stream()
                    .filter(LineEvent.Partial.class::isInstance)
                    .map(event -> ((LineEvent.Partial) event).text().reveal())
                    .toList();
        }

        List<Optional<String>> heard() {
            return events.stream()
                    .filter(LineEvent.Heard.class::isInstance)
                    .map(event -> ((LineEvent.Heard) event).text().map(text -> text.reveal()))
                    .toList();
        }

        @Override
        public void submit(Input input) {
            inputs.add(input);
        }

        @Override
        public void play(byte[] audio) {
            played += audio.length;
        }

        @Override
        public boolean showsWords() {
            return shows;
        }

        @Override
        public void tell(LineEvent event) {
            events.add(event);
        }

        @Override
        public void burdened() {
            burdened = true;
        }

        @Override
        public void relieved() {
            burdened = false;
        }

        @Override
        public void failed(RefusalCode why) {
            failure = Optional.of(why);
        }
    }
}

package dev.sotto.speech.speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.Voice;
import dev.sotto.speech.script.FixedText;
import dev.sotto.speech.script.Script;
import dev.sotto.speech.testing.CountingVoice;
import dev.sotto.speech.testing.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    private static final RenderedPrompts NOTHING = new RenderedPrompts(0);
    private static final String THREE = "Here is the first one. Here is the second one. Here is the third.";

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CountingVoice voice = new CountingVoice();
    private final Speaker speaker = new Speaker(voice, threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static Script script(String text) {
        return Script.ssml(new Saying(text), Locale.US);
    }

    private void speak(String text, FrameSink sink) {
        speaker.speak(script(text), NOTHING, CountingVoice.VOICE, CountingVoice.FORMAT, sink);
    }

    private static List<Integer> numbers(Spoken spoken) {
        return spoken.frames().stream()
                .map(frame -> (int) frame.audio()[0])
                .distinct()
                .toList();
    }

    @Test
    void speaksPhraseAfterPhraseWithSilencesAndMarksBetween() {
        List<String> marks = new ArrayList<>();
        Spoken spoken = new Spoken();

        speak("Here is one.<break time=\"100ms\"/><mark name=\"two\"/>Here is two.", new FrameSink() {
            @Override
            public Next accept(AudioFrame frame) {
                return spoken.accept(frame);
            }

            @Override
            public void mark(String name) {
                marks.add(name + " before " + spoken.frames().size());
            }
        });

        assertThat(numbers(spoken)).containsExactly(1, 0, 2);
        assertThat(spoken.frames()).hasSize(6 + 5 + 6);
        assertThat(marks).containsExactly("two before 11");
        long position = 0;
        for (AudioFrame frame : spoken.frames()) {
            assertThat(frame.start()).isEqualTo(position);
            position = frame.end();
        }
    }

    @Test
    void makesOnePhraseAheadAndNoMore() throws InterruptedException {
        CountDownLatch listening = new CountDownLatch(1);
        ArrayBlockingQueue<Integer> made = new ArrayBlockingQueue<>(100);
        Thread listener = new Thread(() -> speak(THREE, frame -> {
            made.add(voice.phrases());
            try {
                listening.await();
            } catch (InterruptedException e) {
                return FrameSink.Next.STOP;
            }
            return FrameSink.Next.MORE;
        }));
        listener.start();
        try {
            assertThat(made.poll(10, TimeUnit.SECONDS)).isNotNull().isLessThanOrEqualTo(2);
        } finally {
            listening.countDown();
            listener.join(10_000);
        }

        assertThat(voice.phrases()).isEqualTo(3);
    }

    @Test
    void stopsWithTheFrameThatAskedForIt() {
        Spoken spoken = new Spoken(3);

        speak(THREE, spoken);

        assertThat(spoken.frames()).hasSize(3);
        assertThat(voice.phrases()).isLessThanOrEqualTo(2);
    }

    @Test
    void handsOverWhatWasSpokenBeforeAFailure() {
        Spoken spoken = new Spoken();

        assertThatThrownBy(() -> speak("Here is the first. Now it will choke.", spoken))
                .isInstanceOf(SynthesisFailedException.class)
                .hasMessage("it choked");
        assertThat(numbers(spoken)).containsExactly(1);
    }

    @Test
    void tellsThatTooMuchIsWaiting() {
        Speaker busy = new Speaker(voice, task -> {
            throw new RejectedExecutionException("full");
        });

        assertThatThrownBy(() ->
                        busy.speak(script("Hi"), NOTHING, CountingVoice.VOICE, CountingVoice.FORMAT, new Spoken()))
                .isInstanceOfSatisfying(
                        SynthesisFailedException.class,
                        failed -> assertThat(failed.reason().code()).isEqualTo("busy.speech"));
    }

    @Test
    void tellsOfAnInterruption() {
        Speaker slow = new Speaker(voice, task -> {});
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() ->
                            slow.speak(script("Hi"), NOTHING, CountingVoice.VOICE, CountingVoice.FORMAT, new Spoken()))
                    .isInstanceOfSatisfying(
                            SynthesisFailedException.class,
                            failed ->
                                    assertThat(failed.reason()).isEqualTo(SynthesisFailedException.Reason.INTERRUPTED));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void wipesWhatNobodyTook() {
        List<AudioFrame> made = new ArrayList<>();
        PhraseAhead ahead = new PhraseAhead(sink -> {
            AudioFrame frame = new AudioFrame(CountingVoice.FORMAT, 0, new byte[320]);
            made.add(frame);
            sink.accept(frame);
        });
        ahead.run();

        ahead.drop();

        assertThat(made).hasSize(1).allMatch(AudioFrame::isWiped);
    }

    @Test
    void speaksForManyAtOnce() throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Spoken>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(callers.submit(() -> {
                    Spoken spoken = new Spoken();
                    speak(THREE, spoken);
                    return spoken;
                }));
            }
            for (Future<Spoken> each : all) {
                assertThat(each.get().frames()).hasSize(10 + 10 + 8);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void speaksABotsOwnWordsFromRenderedAudio() {
        RenderedPrompts prompts = new RenderedPrompts(1_000_000);
        assertThat(prompts.render(FixedText.plain(THREE), Locale.US, voice, CountingVoice.VOICE, CountingVoice.FORMAT))
                .isZero();
        Spoken spoken = new Spoken();

        speaker.speak(script(THREE), prompts, CountingVoice.VOICE, CountingVoice.FORMAT, spoken);
        spoken.frames().forEach(AudioFrame::wipe);
        Spoken again = new Spoken();
        speaker.speak(script(THREE), prompts, CountingVoice.VOICE, CountingVoice.FORMAT, again);

        assertThat(voice.phrases()).as("made once").isEqualTo(3);
        assertThat(numbers(again)).containsExactly(1, 2, 3);
    }

    @Test
    void keepsNothingOfWhatItSpeaks() {
        RenderedPrompts prompts = new RenderedPrompts(1_000_000);

        speaker.speak(script(THREE), prompts, CountingVoice.VOICE, CountingVoice.FORMAT, new Spoken());

        assertThat(prompts.size()).isZero();
    }

    @Test
    void keepsNoMorePromptsThanThereIsRoomFor() {
        RenderedPrompts prompts = new RenderedPrompts(4_000);

        int left = prompts.render(FixedText.plain(THREE), Locale.US, voice, CountingVoice.VOICE, CountingVoice.FORMAT);

        assertThat(left).isEqualTo(2);
        assertThat(prompts.bytes()).isEqualTo(3_200);
    }

    @Test
    void refusesAVoiceOrFormatThatThereIsNot() {
        assertThatThrownBy(() -> speaker.speak(
                        script("Hi"), NOTHING, new Voice("nobody", Locale.US), CountingVoice.FORMAT, new Spoken()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> speaker.speak(
                        script("Hi"), NOTHING, CountingVoice.VOICE, AudioFormat.linear(48_000), new Spoken()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

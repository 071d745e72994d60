package dev.sotto.voice;

import dev.sotto.engine.EngineAdapter;
import dev.sotto.sensitive.Saying;
import dev.sotto.speech.AudioFrame;
import dev.sotto.time.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Speaks one thing after the other and sends it as fast as it is to be heard, a little ahead. Confined to the line's event
 * loop; what is spoken comes from the engine's threads.
 */
final class Playback {

    /** Audio of one line that may be ready to be sent; then the engine waits. */
    static final Duration MOST_READY = Duration.ofSeconds(20);

    /** How long the engine may take for one text, its waiting included. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final BotVoice voice;
    private final EngineAdapter engine;
    private final Timers timers;
    private final Executor loop;
    private final Pace pace;
    private final Owner owner;
    private final Deque<Words> waiting = new ArrayDeque<>();
    private final Deque<AudioFrame> ready = new ArrayDeque<>();

    private @Nullable SpeechSink speech;
    private Timers.Alarm alarm = Timers.Alarm.NONE;
    private Phase phase = Phase.SILENT;
    private long began;
    private long sent;

    /** Whoever wants to know. */
    interface Owner {

        /** The first audio is about to be sent. */
        void starts();

        /** Audio to be sent; belongs to the owner. */
        void send(byte[] audio);

        /** All was sent; it will have been heard when this time has passed. */
        void sentAll(Duration rest);

        /** Nothing can be spoken. */
        void unspoken(Throwable fault);
    }

    private enum Phase {
        /** Nothing was sent that is still to be heard. */
        SILENT,
        SENDING,
        /** All was sent, and not all is heard. */
        SENT
    }

    private record Words(Saying text, Optional<Saying> ssml) {}

    Playback(BotVoice voice, EngineAdapter engine, Timers timers, Executor loop, Pace pace, Owner owner) {
        this.voice = voice;
        this.engine = engine;
        this.timers = timers;
        this.loop = loop;
        this.pace = pace;
        this.owner = owner;
    }

    /** Adds something to be said. */
    void say(Saying text, Optional<Saying> ssml) {
        waiting.add(new Words(text, ssml));
        speakNext();
    }

    /** Returns whether something is being said, about to be said or still to be heard. */
    boolean isBusy() {
        return phase != Phase.SILENT || speech != null || !waiting.isEmpty();
    }

    /** Drops whatever is not sent. */
    void clear() {
        if (speech != null) {
            speech.stop();
            speech = null;
        }
        waiting.clear();
        ready.forEach(AudioFrame::wipe);
        ready.clear();
        alarm.cancel();
        phase = Phase.SILENT;
    }

    /** All that was sent has been heard. */
    void heardAll() {
        if (phase == Phase.SENT) {
            phase = Phase.SILENT;
        }
    }

    private void speakNext() {
        Words words = speech == null ? waiting.poll() : null;
        if (words == null) {
            return;
        }
        Arrival arrival = new Arrival();
        SpeechSink begun = new SpeechSink(voice.format().samples(MOST_READY), arrival::accept);
        arrival.sink = begun;
        speech = begun;
        engine.call(
                        () -> {
                            voice.speak(words.text, words.ssml, begun);
                            return begun;
                        },
                        LONGEST)
                .onComplete(
                        spoken -> loop.execute(() -> spoken(begun)),
                        fault -> loop.execute(() -> unspoken(begun, fault)));
    }

    /** Brings frames to the event loop. */
    private final class Arrival {

        private @Nullable SpeechSink sink;

        void accept(AudioFrame frame) {
            loop.execute(() -> arrived(sink, frame));
        }
    }

    private void arrived(@Nullable SpeechSink from, AudioFrame frame) {
        if (from != speech) {
            frame.wipe();
            return;
        }
        ready.add(frame);
        pump();
    }

    private void spoken(SpeechSink done) {
        if (done == speech) {
            speech = null;
            speakNext();
            pump();
        }
    }

    private void unspoken(SpeechSink failed, Throwable fault) {
        if (failed == speech) {
            clear();
            owner.unspoken(fault);
        }
    }

    private void pump() {
        if (!ready.isEmpty() && phase != Phase.SENDING) {
            boolean starts = phase == Phase.SILENT;
            phase = Phase.SENDING;
            if (starts) {
                began = timers.nanos();
                sent = 0;
                // Who is being listened to may have it cleared at once.
                owner.starts();
            }
        }
        while (!ready.isEmpty() && lead().compareTo(pace.ahead()) < 0) {
            send(ready.remove());
        }
        if (phase != Phase.SENDING) {
            return;
        }
        alarm.cancel();
        if (ready.isEmpty() && speech == null && waiting.isEmpty()) {
            phase = Phase.SENT;
            owner.sentAll(lead());
        } else {
            alarm = timers.after(pace.interval(), () -> loop.execute(this::pump));
        }
    }

    private void send(AudioFrame frame) {
        sent += frame.samples();
        if (speech != null) {
            speech.taken(frame.samples());
        }
        owner.send(frame.audio());
    }

    /** Returns how far what was sent is ahead of what is heard. */
    private Duration lead() {
        long passed = timers.nanos() - began;
        long lead = voice.format().duration(sent).toNanos() - passed;
        if (lead < 0) {
            // The engine was too slow and there was silence: what comes now is heard from now on.
            began -= lead;
            return Duration.ZERO;
        }
        return Duration.ofNanos(lead);
    }
}

package dev.sotto.speech.worker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.Telling;
import dev.sotto.speech.embedded.DamagedEarException;
import dev.sotto.speech.embedded.Heard;
import dev.sotto.speech.embedded.Listening;
import dev.sotto.speech.vosk.VoskFailedException;
import dev.sotto.speech.vosk.VoskUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One stream in a worker. Its methods are called by the worker's own thread and only queue; what they queue is done one
 * after the other and owns all that is mutable here.
 */
final class ListeningStream {

    private final int number;
    private final AudioFormat format;
    private final Telling telling;
    private final Answers answers;
    private final SerialTasks tasks;
    private @Nullable Listening listening;
    private boolean failed;
    private int turn;
    private long forgotten = -1;

    /** How many pieces of audio have come, heard or not. */
    private final AtomicInteger come = new AtomicInteger();

    ListeningStream(Message.Open open, Supplier<Listening> opener, Answers answers, SerialTasks tasks) {
        this.number = open.stream();
        this.format = open.format();
        this.telling = open.telling();
        this.answers = answers;
        this.tasks = tasks;
        tasks.add(() -> guarded(() -> open(opener)));
    }

    void hear(Message.Audio audio) {
        come.incrementAndGet();
        tasks.add(() -> {
            AudioFrame frame = new AudioFrame(format, audio.start(), audio.audio());
            try {
                guarded(() -> hear(frame));
            } finally {
                frame.wipe();
            }
        });
    }

    void prepareFinish() {
        int before = come.get();
        tasks.add(() -> guarded(() -> {
            Listening open = listening;
            if (open != null && come.get() == before) {
                open.prepareFinish(() -> come.get() != before);
            }
        }));
    }

    void finish(int turn) {
        tasks.add(() -> guarded(() -> tell(turn)));
    }

    void close() {
        tasks.add(() -> {
            failed = true;
            Listening open = listening;
            if (open != null) {
                open.close();
            }
        });
    }

    private void open(Supplier<Listening> opener) {
        Listening opened = opener.get();
        listening = opened;
        opened.prepare();
    }

    private void hear(AudioFrame frame) {
        Listening open = listening;
        if (open == null) {
            return;
        }
        open.accept(frame);
        long from = open.needsFrom();
        if (from > forgotten && forgotten >= 0) {
            answers.send(new Message.Forgot(number, turn, from));
        }
        forgotten = from;
        if (telling == Telling.AS_SPOKEN && !tasks.isBehind()) {
            open.partial().ifPresent(heard -> answers.send(new Message.Partial(number, turn, heard, frame.end())));
        }
    }

    private void tell(int finished) {
        Listening open = listening;
        if (open != null) {
            Heard heard = open.finish();
            turn = finished + 1;
            forgotten = -1;
            answers.send(new Message.Result(number, finished, heard));
        }
    }

    private void guarded(Runnable step) {
        if (failed) {
            return;
        }
        try {
            step.run();
        } catch (DamagedEarException | IllegalArgumentException e) {
            fail(Message.Failure.EAR);
        } catch (VoskUnavailableException e) {
            fail(Message.Failure.ENGINE);
        } catch (VoskFailedException e) {
            fail(Message.Failure.DECODING);
        } catch (RecognizerFailedException e) {
            fail(
                    e.reason() == RecognizerFailedException.Reason.TURN_TOO_LONG
                            ? Message.Failure.TOO_LONG
                            : Message.Failure.DECODING);
        }
    }

    private void fail(Message.Failure failure) {
        failed = true;
        Listening open = listening;
        if (open != null) {
            open.close();
        }
        answers.send(new Message.Failed(number, failure));
    }
}

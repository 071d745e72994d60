package dev.sotto.speech.speaker;

import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.FrameSink;
import dev.sotto.speech.SynthesisFailedException;
import dev.sotto.speech.SynthesisFailedException.Reason;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * A phrase that one thread makes while another one hands it on. Holds at most the audio of one phrase, half a minute of
 * speech. Safe for those two threads; everything that changes is guarded by this object.
 */
final class PhraseAhead implements FrameSink, Runnable {

    private final Consumer<FrameSink> maker;

    private final Queue<AudioFrame> made = new ArrayDeque<>();

    private Optional<RuntimeException> failure = Optional.empty();

    private boolean finished;

    private boolean unwanted;

    /** @param maker speaks the phrase into a sink */
    PhraseAhead(Consumer<FrameSink> maker) {
        this.maker = maker;
    }

    @Override
    public void run() {
        Optional<RuntimeException> problem = Optional.empty();
        try {
            if (isWanted()) {
                maker.accept(this);
            }
        } catch (RuntimeException e) {
            problem = Optional.of(e);
        } finally {
            finish(problem);
        }
    }

    @Override
    public synchronized Next accept(AudioFrame frame) {
        if (unwanted) {
            frame.wipe();
            return Next.STOP;
        }
        made.add(frame);
        notifyAll();
        return Next.MORE;
    }

    /**
     * Waits for the next frame.
     *
     * @return nothing after the last one
     * @throws RuntimeException that the maker ended with
     */
    synchronized Optional<AudioFrame> take() {
        while (made.isEmpty() && !finished) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SynthesisFailedException(Reason.INTERRUPTED, "interrupted while waiting for a phrase");
            }
        }
        if (made.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        return Optional.ofNullable(made.poll());
    }

    /** Returns whether all of it is made, if not handed on. */
    synchronized boolean isMade() {
        return finished;
    }

    /** Wipes what nobody took, and stops the maker with its next frame. */
    synchronized void drop() {
        unwanted = true;
        made.forEach(AudioFrame::wipe);
        made.clear();
    }

    private synchronized boolean isWanted() {
        return !unwanted;
    }

    private synchronized void finish(Optional<RuntimeException> problem) {
        failure = problem;
        finished = true;
        notifyAll();
    }
}

package dev.sotto.speech.worker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.AudioFrame;
import dev.sotto.speech.Hints;
import dev.sotto.speech.RecognizerFailedException;
import dev.sotto.speech.RecognizerFailedException.Reason;
import dev.sotto.speech.RecognizerStream;
import dev.sotto.speech.SpeechEvent;
import dev.sotto.speech.Telling;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.EarPlan;
import dev.sotto.speech.embedded.Heard;
import dev.sotto.speech.embedded.HeardEvents;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stream that a worker listens to. Whenever it is called and finds its worker lost, it goes on in another one, with the
 * audio of the turn so far. Confined to one thread at a time.
 */
final class WorkerStream implements RecognizerStream {

    /** How often the turn may be begun anew: audio that kills every worker must not go on to do so. */
    static final int MAX_MOVES = 4;

    /** No turn takes so long: a worker that is stuck is noticed earlier. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    /** How long it is waited for a worker to forget something, and how often: audio may come in no time at all. */
    private static final Duration CATCHING_UP = Duration.ofMillis(200);

    private static final int CATCHING_UP_TRIES = 25;

    private final RecognizerWorkers workers;
    private final AudioFormat format;
    private final List<EarPart> parts;
    private final Telling telling;
    private final HeardEvents events;
    private final ReplayBuffer kept;
    private @Nullable Attachment attachment;
    private long upTo;
    private int moves;
    private boolean closed;

    /** A worker, the stream's number there, what it told, and the number of the turn. */
    private static final class Attachment {

        private final WorkerProcess worker;
        private final Inbox inbox = new Inbox();
        private final int number;
        private int turn;

        Attachment(WorkerProcess worker) {
            this.worker = worker;
            this.number = worker.attach(inbox);
        }
    }

    private WorkerStream(RecognizerWorkers workers, EarPlan ear, Hints hints, AudioFormat format) {
        this.workers = workers;
        this.format = format;
        this.parts = ear.parts(hints);
        this.telling = hints.telling();
        this.events = new HeardEvents(ear, parts);
        this.kept = new ReplayBuffer(format);
    }

    static WorkerStream open(RecognizerWorkers workers, EarPlan ear, Hints hints, AudioFormat format) {
        WorkerStream stream = new WorkerStream(workers, ear, hints, format);
        stream.attached();
        workers.warm(new Message.Warm(format, stream.parts));
        return stream;
    }

    @Override
    public List<SpeechEvent> accept(AudioFrame frame) {
        checkOpen();
        if (!frame.format().equals(format)) {
            throw new IllegalArgumentException("a frame in another format than the stream's");
        }
        Attachment at = attached();
        for (int i = 0; i < CATCHING_UP_TRIES && !kept.hasRoomFor(frame); i++) {
            awaitForgot(at);
        }
        kept.add(frame);
        upTo = frame.end();
        send(frame, at);
        failIfFailed(at);
        dropForgotten(at);
        return at.inbox
                .takePartial()
                .filter(partial -> partial.turn() == at.turn)
                .flatMap(partial -> event(at, partial))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public void prepareFinish() {
        checkOpen();
        Attachment at = attached();
        at.worker.send(new Message.PrepareFinish(at.number));
    }

    @Override
    public List<SpeechEvent> finish() {
        checkOpen();
        while (true) {
            Attachment at = attached();
            at.worker.send(new Message.Finish(at.number, at.turn));
            Optional<Message.Result> result = await(at);
            if (result.isPresent() && result.get().turn() == at.turn) {
                Optional<SpeechEvent> event = event(at, result.get().heard());
                if (event.isPresent()) {
                    beginTurn(at);
                    return List.of(event.get());
                }
            } else if (!at.inbox.isLost()) {
                failIfFailed(at);
                at.worker.end();
            }
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            kept.wipe();
            detach();
        }
    }

    private void beginTurn(Attachment at) {
        kept.wipe();
        at.turn++;
        moves = 0;
        if (at.worker.isRetiring()) {
            detach();
        }
    }

    /** Audio that comes faster than it is listened to may hold silence that the worker would have forgotten by now. */
    private void awaitForgot(Attachment at) {
        try {
            at.inbox.awaitForgot(CATCHING_UP);
            dropForgotten(at);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dropForgotten(Attachment at) {
        at.inbox
                .takeForgot()
                .filter(forgot -> forgot.turn() == at.turn)
                .ifPresent(forgot -> kept.dropBefore(forgot.before()));
    }

    /** Returns a worker that is there, and has heard the turn so far. */
    private Attachment attached() {
        Attachment at = attachment;
        while (at == null || at.inbox.isLost()) {
            if (at != null) {
                detach();
                moves++;
            }
            if (moves > MAX_MOVES) {
                throw new RecognizerFailedException(
                        Reason.LOST, "the recogniser's process was lost " + moves + " times in one turn");
            }
            at = new Attachment(workers.worker());
            attachment = at;
            replay(at);
        }
        return at;
    }

    private void replay(Attachment at) {
        at.worker.send(new Message.Open(at.number, format, parts, telling));
        kept.replay(
                MessageCodec.MAX_AUDIO, (start, audio) -> at.worker.send(new Message.Audio(at.number, start, audio)));
    }

    private void send(AudioFrame frame, Attachment at) {
        byte[] audio = frame.audio();
        int size = MessageCodec.MAX_AUDIO - MessageCodec.MAX_AUDIO % format.bytesPerSample();
        for (int from = 0; from < audio.length; from += size) {
            byte[] piece = Arrays.copyOfRange(audio, from, Math.min(audio.length, from + size));
            at.worker.send(new Message.Audio(at.number, frame.start() + from / format.bytesPerSample(), piece));
        }
    }

    private static Optional<Message.Result> await(Attachment at) {
        try {
            return at.inbox.awaitResult(LONGEST_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecognizerFailedException(Reason.LOST, "nobody waits for the words any longer");
        }
    }

    /** Words that the ear does not have are rubbish, and whoever says them is not to be trusted any more. */
    private Optional<SpeechEvent> event(Attachment at, Heard heard) {
        try {
            return Optional.of(events.last(heard, upTo));
        } catch (IllegalArgumentException e) {
            at.worker.end();
            return Optional.empty();
        }
    }

    private Optional<SpeechEvent> event(Attachment at, Message.Partial partial) {
        try {
            return events.partial(partial.heard(), partial.upTo());
        } catch (IllegalArgumentException e) {
            at.worker.end();
            return Optional.empty();
        }
    }

    private void failIfFailed(Attachment at) {
        Optional<Message.Failed> failed = at.inbox.failure();
        if (failed.isPresent()) {
            throw switch (failed.get().failure()) {
                case EAR ->
                    new RecognizerFailedException(
                            Reason.EAR_DAMAGED,
                            "the compiled ear is not what was written, or does not hear such audio");
                case ENGINE ->
                    new RecognizerFailedException(
                            Reason.UNAVAILABLE,
                            "libvosk refuses the model, or does not load in the recogniser's process");
                case DECODING -> new RecognizerFailedException(Reason.DECODING, "libvosk failed on a turn");
                case TOO_LONG ->
                    new RecognizerFailedException(Reason.TURN_TOO_LONG, "a turn that is longer than one can be");
                case BUSY ->
                    new RecognizerFailedException(
                            Reason.BUSY, "more than " + Worker.MAX_STREAMS + " streams in one recogniser's process");
            };
        }
    }

    private void detach() {
        Attachment at = attachment;
        attachment = null;
        if (at != null) {
            at.worker.detach(at.number);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("a call to a closed stream");
        }
    }
}

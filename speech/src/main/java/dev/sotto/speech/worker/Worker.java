package dev.sotto.speech.worker;

import dev.sotto.sensitive.HeapSweep;
import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Telling;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.Listening;
import dev.sotto.speech.embedded.Shelf;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The worker's side: takes commands from one pipe, has as many threads as processors listen, and answers over another
 * pipe. Confined to the thread that runs it, which never decodes and so can always say that it is there.
 */
final class Worker {

    /** How a worker ends that is in no state to go on. */
    private static final int BROKEN = 5;

    /** Pings after the last stream, one a second, until its heap is swept. */
    private static final int QUIET_PINGS = 4;

    /** Most streams at once. */
    static final int MAX_STREAMS = 256;

    private final InputStream in;
    private final Answers answers;
    private final Opener opener;
    private final Shelf shelf;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), runnable -> {
                Thread thread = new Thread(runnable, "listen");
                thread.setDaemon(true);
                thread.setUncaughtExceptionHandler(
                        (stricken, error) -> Runtime.getRuntime().halt(BROKEN));
                return thread;
            });
    private final Progress progress = new Progress();
    private final Map<Integer, ListeningStream> streams = new HashMap<>();
    private int quietPings;
    private boolean unswept;
    private volatile boolean wanted;

    /** Begins to listen to a stream. */
    interface Opener {

        /**
         * @param step to be run now and then while it decodes, so that it can be told from one that is stuck
         */
        Listening open(Shelf shelf, List<EarPart> parts, AudioFormat format, Runnable step);
    }

    Worker(InputStream in, Answers answers, Opener opener, Shelf shelf) {
        this.in = in;
        this.answers = answers;
        this.opener = opener;
        this.shelf = shelf;
    }

    /**
     * Serves until the pipe ends.
     *
     * @throws RubbishException if something else than messages comes
     */
    void run() throws IOException {
        Block block = new Block();
        try {
            while (true) {
                block.readFrom(in, this::take);
            }
        } catch (EOFException e) {
            streams.values().forEach(ListeningStream::close);
        } finally {
            threads.shutdown();
        }
    }

    private void take(Message message) {
        if (message instanceof Message.Open open) {
            open(open);
        } else if (message instanceof Message.Warm warm) {
            warm(warm);
        } else if (message instanceof Message.Audio audio) {
            ListeningStream stream = streams.get(audio.stream());
            if (stream == null) {
                audio.wipe();
            } else {
                stream.hear(audio);
            }
        } else if (message instanceof Message.PrepareFinish soon) {
            ListeningStream stream = streams.get(soon.stream());
            if (stream != null) {
                stream.prepareFinish();
            }
        } else if (message instanceof Message.Finish finish) {
            ListeningStream stream = streams.get(finish.stream());
            if (stream != null) {
                stream.finish(finish.turn());
            }
        } else if (message instanceof Message.Close close) {
            ListeningStream stream = streams.remove(close.stream());
            if (stream != null) {
                stream.close();
            }
        } else if (message instanceof Message.Ping ping) {
            answers.send(new Message.Pong(
                    ping.number(), Memory.resident(), shelf.bytes(), progress.pending(), progress.steps()));
            sweepIfQuiet();
        } else {
            throw new RubbishException("a message that workers say and are not told");
        }
    }

    /**
     * A stream of its own in which somebody hums: what is slow when it is done for the first time is done then. What fails
     * here will fail again where it is asked for.
     */
    private void warm(Message.Warm warm) {
        Answers unheard = new Answers(OutputStream.nullOutputStream(), () -> {});
        Message.Open open = new Message.Open(0, warm.format(), warm.parts(), Telling.AS_SPOKEN);
        ListeningStream stream = stream(open, unheard);
        if (warm.format().encoding() == AudioFormat.Encoding.PCM_S16LE) {
            stream.hear(new Message.Audio(0, 0, Humming.audio(warm.format().sampleRate())));
            stream.finish(0);
        }
        stream.close();
    }

    /**
     * Collections move what is alive, and leave dead copies of audio behind that nobody can wipe any more. They are
     * overwritten once nobody speaks.
     */
    private void sweepIfQuiet() {
        if (!streams.isEmpty() || !unswept) {
            quietPings = 0;
        } else if (++quietPings >= QUIET_PINGS) {
            unswept = false;
            threads.execute(() -> HeapSweep.run(() -> wanted));
        }
        wanted = !streams.isEmpty();
    }

    private void open(Message.Open open) {
        wanted = true;
        unswept = true;
        if (streams.size() >= MAX_STREAMS) {
            answers.send(new Message.Failed(open.stream(), Message.Failure.BUSY));
            return;
        }
        ListeningStream stream = stream(open, answers);
        if (streams.putIfAbsent(open.stream(), stream) != null) {
            throw new RubbishException("a stream that is open already");
        }
    }

    private ListeningStream stream(Message.Open open, Answers to) {
        return new ListeningStream(
                open,
                () -> opener.open(shelf, open.parts(), open.format(), progress::moved),
                to,
                new SerialTasks(threads, progress));
    }
}

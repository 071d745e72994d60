package dev.sotto.speech.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a worker still does anything. Counts looks and not time: on a machine that is so busy that nobody looks,
 * nobody is late either. {@link #look} is called by one thread, the rest by any.
 */
final class Pulse {

    /** Looks that a ping may stay without an answer. */
    static final int MOST_UNANSWERED = 30;

    /** Looks during which commands may wait and nothing gets done. */
    static final int MOST_IDLE = 80;

    private final Path state;
    private final AtomicLong answered = new AtomicLong();
    private long asked;
    private int unanswered;
    private int idle;
    private long steps = -1;
    private volatile Message.@Nullable Pong last;

    Pulse(long pid) {
        this.state = Path.of("/proc/" + pid + "/stat");
    }

    void answered(Message.Pong pong) {
        last = pong;
        answered.set(pong.number());
    }

    /** Returns the next ping, if one is due. */
    Optional<Message.Ping> look() {
        if (answered.get() < asked) {
            unanswered++;
            return Optional.empty();
        }
        unanswered = 0;
        Message.Pong pong = last;
        if (pong != null) {
            idle = pong.pending() > 0 && pong.steps() == steps ? idle + 1 : 0;
            steps = pong.steps();
        }
        return Optional.of(new Message.Ping(++asked));
    }

    /** Returns whether it does nothing any longer. */
    boolean hasStopped() {
        return unanswered > MOST_UNANSWERED || idle > MOST_IDLE || isHeld();
    }

    /** Whether somebody stopped it, as Linux tells; then it cannot even be late. */
    private boolean isHeld() {
        try {
            String line = Files.readString(state);
            int name = line.lastIndexOf(')');
            return name >= 0 && name + 2 < line.length() && "Tt".indexOf(line.charAt(name + 2)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}

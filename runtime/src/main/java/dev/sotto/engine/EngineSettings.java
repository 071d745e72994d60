package dev.sotto.engine;

import dev.sotto.bot.Hook;
import dev.sotto.metrics.Bound;
import dev.sotto.refusal.RefusalCode;
import java.time.Duration;

/**
 * How one kind of engine is run.
 *
 * @param name begins the names of its threads: {@code nlu}
 * @param threads how many calls run at a time, 1 to 64
 * @param queue how many more may wait, 1 to 10,000
 * @param timeout how long a call may take, its waiting included
 * @param bound the queue's name in configuration and metrics
 * @param busy how a call is refused that finds the queue full or is not done in time
 */
public record EngineSettings(String name, int threads, int queue, Duration timeout, Bound bound, RefusalCode busy) {

    /** Most threads of one engine. */
    public static final int MAX_THREADS = 64;

    /** Longest queue of one engine. */
    public static final int MAX_QUEUE = 10_000;

    /** As many utterances wait to be understood unless configured otherwise. */
    public static final int NLU_QUEUE = 64;

    /** As many handlers of hooks are at work at a time. */
    public static final int HANDLER_THREADS = 8;

    /** Understanding takes milliseconds; after this long it is refused unless configured otherwise. */
    public static final Duration NLU_TIMEOUT = Duration.ofSeconds(2);

    /** Listening to the longest turn takes seconds; after this long it is given up. */
    public static final Duration SPEECH_TIMEOUT = Duration.ofSeconds(30);

    public EngineSettings {
        if (threads < 1 || threads > MAX_THREADS || queue < 1 || queue > MAX_QUEUE) {
            throw new IllegalArgumentException("an engine's threads or queue outside their range");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("an engine's time-out must be longer than nothing");
        }
    }

    /** Returns how understanding is run. */
    public static EngineSettings nlu(int threads, int queue, Duration timeout) {
        return new EngineSettings("nlu", threads, queue, timeout, Bound.NLU_QUEUE, RefusalCode.BUSY_NLU);
    }

    /** Returns how lines are listened to; a stretch of audio that is not done in this time breaks its line. */
    public static EngineSettings listening(int threads, int queue) {
        return new EngineSettings(
                "listening", threads, queue, SPEECH_TIMEOUT, Bound.SPEECH_QUEUE, RefusalCode.BUSY_SPEECH);
    }

    /** Returns how texts are spoken; how long one may take is settled call by call. */
    public static EngineSettings speaking(int threads, int queue) {
        return new EngineSettings(
                "speaking", threads, queue, SPEECH_TIMEOUT, Bound.VOICE_QUEUE, RefusalCode.BUSY_SPEECH);
    }

    /** Returns how handlers of hooks are run; how long one may take is settled call by call. */
    public static EngineSettings handlers(int queue) {
        // Nobody is refused in these words: a call that is not made is one that failed.
        return new EngineSettings(
                "hook", HANDLER_THREADS, queue, Hook.MAX_TIMEOUT, Bound.HOOK_HANDLERS, RefusalCode.BUSY_NLU);
    }
}

package dev.sotto.speech.worker;

import dev.sotto.speech.AudioFormat;
import dev.sotto.speech.Telling;
import dev.sotto.speech.embedded.EarPart;
import dev.sotto.speech.embedded.Heard;
import java.util.Arrays;
import java.util.List;

/** What is said between this process and a worker. Streams are numbered by this process, from 1; 0 is none. */
sealed interface Message {

    /** Returns the stream that it is about, or 0. */
    default int stream() {
        return 0;
    }

    /**
     * The worker's first word.
     *
     * @param trouble why it cannot listen; empty if it can
     */
    record Ready(String trouble) implements Message {}

    /** A stream begins. */
    record Open(int stream, AudioFormat format, List<EarPart> parts, Telling telling) implements Message {

        public Open {
            parts = List.copyOf(parts);
        }
    }

    /** Streams like this may come: load what they would have to wait for. Nothing is answered. */
    record Warm(AudioFormat format, List<EarPart> parts) implements Message {

        public Warm {
            parts = List.copyOf(parts);
        }
    }

    /** Audio of a stream. Belongs to whoever has the message, who wipes it. */
    final class Audio implements Message {

        private final int stream;
        private final long start;
        private final byte[] audio;

        /**
         * @param start number of its first sample
         */
        Audio(int stream, long start, byte[] audio) {
            this.stream = stream;
            this.start = start;
            this.audio = audio;
        }

        @Override
        public int stream() {
            return stream;
        }

        long start() {
            return start;
        }

        /** Returns the audio itself, not a copy. */
        byte[] audio() {
            return audio;
        }

        void wipe() {
            Arrays.fill(audio, (byte) 0);
        }
    }

    /** A turn may be over: work ahead on the answer to {@link Finish}. Nothing is answered. */
    record PrepareFinish(int stream) implements Message {}

    /** A turn is over; {@link Result} is the answer. */
    record Finish(int stream, int turn) implements Message {}

    /** A stream ends. */
    record Close(int stream) implements Message {}

    /** Are you there? {@link Pong} is the answer. */
    record Ping(long number) implements Message {}

    /**
     * I am.
     *
     * @param resident bytes of memory, or 0 where that cannot be told
     * @param loaded bytes of models
     * @param pending commands that are not done yet
     * @param steps how much was done so far; grows as long as anything is
     */
    record Pong(long number, long resident, long loaded, int pending, long steps) implements Message {}

    /** What was heard so far. */
    record Partial(int stream, int turn, Heard heard, long upTo) implements Message {}

    /** What was heard in a turn. */
    record Result(int stream, int turn, Heard heard) implements Message {}

    /** Audio of a turn before this sample is not needed any more: nobody spoke in it. */
    record Forgot(int stream, int turn, long before) implements Message {}

    /** A stream is of no use any more. */
    record Failed(int stream, Failure failure) implements Message {}

    /** Why a stream is of no use. */
    enum Failure {
        /** The ear is not there, or not what was written. */
        EAR,
        /** The engine or its model cannot be had. */
        ENGINE,
        /** The engine failed on the audio. */
        DECODING,
        /** The turn is too long. */
        TOO_LONG,
        /** Too many streams. */
        BUSY
    }
}

package dev.sotto.turn;

import dev.sotto.sensitive.DataClass;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What every input and output travels in. One numbered, bounded log of them serves resuming, and later traces, audit
 * and Lex events.
 *
 * @param session whose it is
 * @param sequence its number among the session's inputs, or among its outputs; from 1. 0 for an input that no client has
 *     counted, because it was spoken
 * @param turn the turn it belongs to; 0 is the bot's opening
 * @param cause the sequence of the input that led to an output, 0 for none; an input's own sequence
 * @param mediaTime milliseconds of audio since the start of the stream, counted in samples, if there is a stream
 * @param sensitivity how far the content may travel
 * @param timeToLive how long it may be kept and shown, if limited
 * @param body the input or output
 */
public record Envelope<T>(
        SessionId session,
        long sequence,
        long turn,
        long cause,
        OptionalLong mediaTime,
        DataClass sensitivity,
        Optional<Duration> timeToLive,
        T body) {

    public Envelope {
        if (sequence < 0 || turn < 0 || cause < 0) {
            throw new IllegalArgumentException("malformed numbering in an envelope");
        }
    }
}

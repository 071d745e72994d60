package dev.sotto.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sotto.client.ConversationException;
import dev.sotto.client.VoiceConnection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Asks something, speaks over the answer, and takes the times of what comes of that. Confined to the event loop of its
 * connection, but for {@link #run}.
 */
final class Interruption implements VoiceConnection.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How much of the first answer is heard before it is spoken over. */
    private static final Duration HEARD_OUT = Duration.ofSeconds(1);

    private static final double NANOS_PER_MS = 1e6;

    private final Recorded question;
    private final Recorded interruption;
    private final Promise<Times> over = Promise.promise();
    private @Nullable VoiceConnection connection;
    private @Nullable Recorded speaking;
    private Stage stage = Stage.GREETED;
    private int frame;
    private long due;
    private long began;
    private long ended;
    private double known = Double.NaN;
    private double knownAgain = Double.NaN;
    private double cached = Double.NaN;
    private double ducked = Double.NaN;
    private double stopped = Double.NaN;
    private int heard;

    private enum Stage {
        /** The bot says hello. */
        GREETED,
        /** The first sentence is being said, and was not understood yet. */
        ASKING,
        /** It was heard, and the answer will come. */
        HEARD,
        /** The answer is being played. */
        ANSWERED,
        /** It is being spoken over. */
        INTERRUPTING,
        /** What was said over it was heard, and the answer to that will come. */
        HEARD_AGAIN
    }

    /**
     * Milliseconds, each missing if it did not happen.
     *
     * @param known from the end of the question until it is known what was said
     * @param cached the same until the first of its answer, which was spoken ahead
     * @param ducked from the first frame of the interruption until the bot is softer
     * @param stopped the same until it is silent
     * @param knownAgain from the end of the interruption until it is known what was said
     * @param fresh the same until the first of its answer, which was not spoken ahead
     * @param heard how many of the two were heard word for word
     */
    record Times(
            OptionalDouble known,
            OptionalDouble cached,
            OptionalDouble ducked,
            OptionalDouble stopped,
            OptionalDouble knownAgain,
            OptionalDouble fresh,
            int heard) {}

    /**
     * @param question is answered at length, in words that are always the same
     * @param interruption is answered in words that never were the same
     */
    Interruption(Recorded question, Recorded interruption) {
        this.question = question;
        this.interruption = interruption;
    }

    /** Holds the conversation once it is connected. */
    Future<Times> run(VoiceConnection to) {
        to.loop().runOnContext(ignored -> {
            connection = to;
            to.open();
            due = System.nanoTime();
            feed();
            to.loop().owner().setTimer(PATIENCE.toMillis(), late -> finish(OptionalDouble.empty()));
        });
        return over.future();
    }

    @Override
    public void frame(JsonNode json) {
        switch (json.path("type").asText()) {
            case "mark" -> {
                connected().played(json);
                if (stage == Stage.GREETED) {
                    stage = Stage.ASKING;
                    say(question);
                }
            }
            case "heard" -> heard(json);
            case "duck" -> ducked = Double.isNaN(ducked) && stage == Stage.INTERRUPTING ? since(began) : ducked;
            case "clear" -> stopped = Double.isNaN(stopped) && stage == Stage.INTERRUPTING ? since(began) : stopped;
            default -> {}
        }
    }

    private void heard(JsonNode json) {
        if (stage == Stage.ASKING) {
            stage = Stage.HEARD;
            known = since(ended);
            count(json, question);
        } else if (stage == Stage.INTERRUPTING) {
            stage = Stage.HEARD_AGAIN;
            knownAgain = since(ended);
            count(json, interruption);
        }
    }

    private void count(JsonNode json, Recorded said) {
        if (json.path("text").asText().equalsIgnoreCase(said.text())) {
            heard++;
        }
    }

    @Override
    public void audio(Buffer audio) {
        if (stage == Stage.HEARD) {
            stage = Stage.ANSWERED;
            cached = since(ended);
            connected().loop().owner().setTimer(HEARD_OUT.toMillis(), ignored -> {
                stage = Stage.INTERRUPTING;
                say(interruption);
            });
        } else if (stage == Stage.HEARD_AGAIN) {
            finish(OptionalDouble.of(since(ended)));
        }
    }

    @Override
    public void refused(ConversationException why) {
        over.tryFail(new IOException(why.code() + ": " + why.getMessage()));
    }

    @Override
    public void closed() {
        over.tryFail(new IOException("the server closed the connection"));
    }

    private void say(Recorded sentence) {
        speaking = sentence;
        frame = 0;
    }

    /** Sends what is due, and looks again when more is. Between the sentences the line is silent, not closed. */
    private void feed() {
        if (over.future().isComplete()) {
            return;
        }
        while (due <= System.nanoTime()) {
            connected().play(next());
            due += Recorded.FRAME.toNanos();
        }
        connected().loop().owner().setTimer(Recorded.FRAME.toMillis() / 4, ignored -> feed());
    }

    private byte[] next() {
        Recorded sentence = speaking;
        if (sentence == null) {
            return new byte[question.format().bytes(Recorded.FRAME)];
        }
        if (frame == sentence.first()) {
            began = System.nanoTime();
        }
        if (frame == sentence.last()) {
            ended = System.nanoTime();
        }
        byte[] audio = sentence.frame(frame++);
        speaking = frame < sentence.frames() ? sentence : null;
        return audio;
    }

    private void finish(OptionalDouble fresh) {
        Times times = new Times(of(known), of(cached), of(ducked), of(stopped), of(knownAgain), fresh, heard);
        if (over.tryComplete(times)) {
            connected().close();
        }
    }

    private static OptionalDouble of(double millis) {
        return Double.isNaN(millis) ? OptionalDouble.empty() : OptionalDouble.of(millis);
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_MS;
    }

    private VoiceConnection connected() {
        if (connection == null) {
            throw new IllegalStateException("not connected");
        }
        return connection;
    }
}

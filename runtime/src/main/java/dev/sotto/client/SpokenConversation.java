package dev.sotto.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session of one person who speaks: a recording goes in, with silence behind it, and what was heard and answered comes
 * out. Confined to the event loop it was opened on, but for its public methods, which may be called from anywhere.
 */
public final class SpokenConversation implements VoiceConnection.Listener {

    private static final int FRAME_MILLIS = 20;

    /** So much silence behind a recording that nobody answered: no answer will come. */
    private static final int SILENCE_FRAMES = 600;

    private final Recording recording;
    private final Pace pace;
    private final Promise<List<SpokenTurn>> over = Promise.promise();
    private final Promise<Void> held = Promise.promise();
    private final Promise<Void> closed = Promise.promise();
    private final List<SpokenTurn> turns = new ArrayList<>();
    private final Consumer<SpokenTurn> listener;
    private final List<Long> sentAt = new ArrayList<>();
    private List<JsonNode> frames = new ArrayList<>();
    private ByteArrayOutputStream audio = new ByteArrayOutputStream();
    private @Nullable Hearing hearing;
    private int partials;
    private int next;
    private int hold = Integer.MAX_VALUE;
    private boolean greeted;
    private @Nullable VoiceConnection connection;
    private long answeredAt;
    private long spokeAt;

    /**
     * What is played to the bot.
     *
     * @param encoding as the protocol writes it
     * @param bytesPerSample 1 or 2
     */
    public record Recording(String encoding, int rate, int bytesPerSample, Audio audio) {

        int frame() {
            return rate * FRAME_MILLIS / 1000 * bytesPerSample;
        }

        int frames() {
            return (audio.length() + frame() - 1) / frame();
        }

        /** Returns a frame; silence after the end. */
        byte[] frame(int number) {
            byte[] bytes = new byte[frame()];
            int from = Math.min(audio.length(), number * frame());
            int to = Math.min(audio.length(), from + frame());
            if (!encoding.equals("pcm_s16le")) {
                Arrays.fill(bytes, (byte) (encoding.equals("mulaw") ? 0xFF : 0xD5));
            }
            audio.copy(from, to, bytes);
            return bytes;
        }
    }

    /** The bytes of a recording. */
    public static final class Audio {

        private final byte[] bytes;

        public Audio(byte[] bytes) {
            this.bytes = bytes;
        }

        int length() {
            return bytes.length;
        }

        /** Returns the bytes themselves, not a copy. */
        public byte[] bytes() {
            return bytes;
        }

        void copy(int from, int to, byte[] into) {
            System.arraycopy(bytes, from, into, 0, to - from);
        }
    }

    /** How a recording is played. */
    public enum Pace {
        /** As it was spoken. */
        REAL,
        /** As fast as the server takes it. */
        FAST
    }

    /** A turn that was heard and is not answered yet. */
    private record Hearing(Optional<String> text, int partials, long spokenAt, long heardAt) {}

    /** @param listener is told of each turn when it was answered, on the event loop */
    SpokenConversation(Recording recording, Pace pace, Consumer<SpokenTurn> listener) {
        this.recording = recording;
        this.pace = pace;
        this.listener = listener;
    }

    SpokenConversation over(VoiceConnection open) {
        connection = open;
        return this;
    }

    /** Plays the recording once the bot has greeted, or goes on with it, and returns the turns that came of it. */
    public Future<List<SpokenTurn>> play() {
        loop().runOnContext(ignored -> {
            hold = Integer.MAX_VALUE;
            if (held.future().succeeded()) {
                feed();
            } else {
                connected().open();
            }
        });
        return over.future();
    }

    /**
     * Plays the recording up to a point once the bot has greeted, and after that sends nothing until {@link #play}, which
     * must not be called before.
     *
     * @return completes at that point; fails if the conversation is over before
     */
    public Future<Void> playUpTo(Duration point) {
        loop().runOnContext(ignored -> {
            hold = (int) (point.toMillis() / FRAME_MILLIS);
            connected().open();
        });
        return held.future();
    }

    /** Ends the session, which otherwise lives on for a while; completes when the server has ended it. */
    public Future<Void> end() {
        loop().runOnContext(ignored -> connected().end());
        return closed.future();
    }

    @Override
    public void frame(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "partial" -> partials++;
            case "heard" -> heard(frame);
            case "mark" -> mark(frame);
            case "done" -> {
                answeredAt = System.nanoTime();
                frames.add(frame);
            }
            case "clear" -> answered();
            case "audio", "duck", "resume" -> {}
            default -> frames.add(frame);
        }
    }

    @Override
    public void refused(ConversationException why) {
        over.tryFail(why);
        held.tryFail(why);
    }

    @Override
    public void closed() {
        finish();
        closed.tryComplete();
    }

    private void heard(JsonNode frame) {
        Optional<String> text =
                frame.has("text") ? Optional.of(frame.path("text").asText()) : Optional.empty();
        hearing = new Hearing(text, partials, sentAt(frame.path("end").asLong()), System.nanoTime());
        partials = 0;
        beginTurn();
    }

    @Override
    public void audio(Buffer bytes) {
        if (audio.size() == 0) {
            spokeAt = System.nanoTime();
        }
        audio.writeBytes(bytes.getBytes());
    }

    private void mark(JsonNode frame) {
        connected().played(frame);
        answered();
        beginTurn();
        if (greeted) {
            endIfPlayed();
        } else {
            greeted = true;
            feed();
        }
    }

    /** The turn under way, if one is, was answered as far as it will be: whoever speaks over an answer has heard enough. */
    private void answered() {
        Hearing answered = hearing;
        if (answered == null || answeredAt == 0) {
            return;
        }
        hearing = null;
        SpokenTurn turn = turn(answered);
        turns.add(turn);
        listener.accept(turn);
    }

    private void beginTurn() {
        frames = new ArrayList<>();
        audio = new ByteArrayOutputStream();
        answeredAt = 0;
        spokeAt = 0;
    }

    private SpokenTurn turn(Hearing answered) {
        long number = frames.isEmpty()
                ? 0
                : frames.get(frames.size() - 1).path("turn").asLong();
        return new SpokenTurn(
                answered.text(),
                answered.partials(),
                Duration.ofNanos(answered.heardAt() - answered.spokenAt()),
                Duration.ofNanos(answeredAt - answered.spokenAt()),
                Duration.ofNanos(spokeAt - answered.spokenAt()),
                new Answer(number, frames, answeredAt - answered.heardAt()),
                new Audio(audio.toByteArray()));
    }

    /** Sends the next frame, and those after it as they are due; silence behind the last until all is answered. */
    private void feed() {
        if (over.future().isComplete()) {
            return;
        }
        if (next >= hold) {
            held.tryComplete();
            return;
        }
        if (next > recording.frames() + SILENCE_FRAMES) {
            finish();
            return;
        }
        sentAt.add(System.nanoTime());
        connected().play(recording.frame(next));
        next++;
        if (pace == Pace.FAST && next < recording.frames()) {
            loop().runOnContext(ignored -> feed());
        } else {
            loop().owner().setTimer(FRAME_MILLIS, ignored -> feed());
        }
    }

    private void endIfPlayed() {
        if (next >= recording.frames()) {
            finish();
        }
    }

    private void finish() {
        over.tryComplete(List.copyOf(turns));
        held.tryFail(new ConversationException("session.closed", "the conversation is over"));
    }

    /** Returns when a moment of the recording was sent. */
    private long sentAt(long millis) {
        int frame = (int) Math.min(sentAt.size() - 1L, millis / FRAME_MILLIS);
        return frame < 0 ? System.nanoTime() : sentAt.get(frame);
    }

    private Context loop() {
        return connected().loop();
    }

    private VoiceConnection connected() {
        return Objects.requireNonNull(connection);
    }
}

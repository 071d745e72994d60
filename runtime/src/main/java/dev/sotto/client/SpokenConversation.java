package dev.sotto.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One session of one person who speaks: a recording goes in, with silence behind it, and what was heard and answered comes
 * out. Confined to the event loop it was opened on, but for its public methods, which may be called from anywhere.
 */
public final class SpokenConversation {

    /** What the answer is wanted in: linear, 16 bits, one channel. */
    public static final int SPEAK_RATE = 16_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FRAME_MILLIS = 20;

    /** So much silence behind a recording that nobody answered: no answer will come. */
    private static final int SILENCE_FRAMES = 600;

    private final Context loop;
    private final WebSocket socket;
    private final Recording recording;
    private final Pace pace;
    private final Promise<SpokenConversation> ready = Promise.promise();
    private final Promise<List<SpokenTurn>> over = Promise.promise();
    private final Promise<Void> held = Promise.promise();
    private final Promise<Void> closed = Promise.promise();
    private final List<SpokenTurn> turns = new ArrayList<>();
    private final List<Long> sentAt = new ArrayList<>();
    private List<JsonNode> frames = new ArrayList<>();
    private ByteArrayOutputStream audio = new ByteArrayOutputStream();
    private @Nullable Hearing hearing;
    private int partials;
    private int next;
    private int hold = Integer.MAX_VALUE;
    private boolean greeted;
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

    private SpokenConversation(Context loop, WebSocket socket, Recording recording, Pace pace) {
        this.loop = loop;
        this.socket = socket;
        this.recording = recording;
        this.pace = pace;
    }

    static SpokenConversation over(Context loop, WebSocket socket, Recording recording, Pace pace) {
        SpokenConversation conversation = new SpokenConversation(loop, socket, recording, pace);
        socket.textMessageHandler(conversation::received);
        socket.binaryMessageHandler(conversation::heard);
        socket.closeHandler(ignored -> {
            conversation.finish();
            conversation.closed.tryComplete();
        });
        return conversation;
    }

    Future<SpokenConversation> hello(String bot, String token, String locale) {
        ObjectNode hello = JSON.createObjectNode()
                .put("type", "hello")
                .put("version", 1)
                .put("bot", bot)
                .put("token", token)
                .put("locale", locale);
        ObjectNode offer = hello.putObject("audio");
        offer.putObject("listen").put("encoding", recording.encoding()).put("rate", recording.rate());
        offer.putObject("speak").put("encoding", "pcm_s16le").put("rate", SPEAK_RATE);
        send(hello);
        return ready.future();
    }

    /** Plays the recording once the bot has greeted, or goes on with it, and returns the turns that came of it. */
    public Future<List<SpokenTurn>> play() {
        loop.runOnContext(ignored -> {
            hold = Integer.MAX_VALUE;
            if (held.future().succeeded()) {
                feed();
            } else {
                begin();
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
        loop.runOnContext(ignored -> {
            hold = (int) (point.toMillis() / FRAME_MILLIS);
            begin();
        });
        return held.future();
    }

    /** Ends the session, which otherwise lives on for a while; completes when the server has ended it. */
    public Future<Void> end() {
        loop.runOnContext(
                ignored -> send(JSON.createObjectNode().put("type", "end").put("seq", 1)));
        return closed.future();
    }

    private void begin() {
        send(JSON.createObjectNode().put("type", "microphone").put("state", "on"));
    }

    private void received(String text) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            over.tryFail(new ConversationException("frame.malformed", "the server sent a frame that is not JSON"));
            return;
        }
        switch (frame.path("type").asText()) {
            case "ready" -> ready(frame);
            case "error" -> refused(frame);
            case "partial" -> partials++;
            case "heard" -> heard(frame);
            case "mark" -> mark(frame);
            case "done" -> {
                answeredAt = System.nanoTime();
                frames.add(frame);
            }
            case "audio", "duck", "resume", "clear" -> {}
            default -> frames.add(frame);
        }
    }

    private void ready(JsonNode frame) {
        if (frame.has("audio")) {
            ready.complete(this);
        } else {
            JsonNode why = frame.path("audio_unavailable");
            ready.tryFail(new ConversationException(
                    why.path("code").asText("voice.unavailable"),
                    why.path("message").asText()));
        }
    }

    private void refused(JsonNode frame) {
        ConversationException why = new ConversationException(
                frame.path("code").asText(), frame.path("message").asText());
        ready.tryFail(why);
        over.tryFail(why);
        held.tryFail(why);
    }

    private void heard(JsonNode frame) {
        Optional<String> text =
                frame.has("text") ? Optional.of(frame.path("text").asText()) : Optional.empty();
        hearing = new Hearing(text, partials, sentAt(frame.path("end").asLong()), System.nanoTime());
        partials = 0;
        beginTurn();
    }

    private void heard(Buffer bytes) {
        if (audio.size() == 0) {
            spokeAt = System.nanoTime();
        }
        audio.writeBytes(bytes.getBytes());
    }

    private void mark(JsonNode frame) {
        send(JSON.createObjectNode()
                .put("type", "played")
                .put("mark", frame.path("mark").asText()));
        Hearing answered = hearing;
        hearing = null;
        if (answered != null) {
            turns.add(turn(answered));
        }
        beginTurn();
        if (greeted) {
            endIfPlayed();
        } else {
            greeted = true;
            feed();
        }
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
        socket.writeBinaryMessage(Buffer.buffer(recording.frame(next))).onFailure(failed -> finish());
        next++;
        if (pace == Pace.FAST && next < recording.frames()) {
            loop.runOnContext(ignored -> feed());
        } else {
            loop.owner().setTimer(FRAME_MILLIS, ignored -> feed());
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

    private void send(ObjectNode frame) {
        socket.writeTextMessage(frame.toString()).onFailure(failed -> finish());
    }
}

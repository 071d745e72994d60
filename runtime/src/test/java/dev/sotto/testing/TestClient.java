package dev.sotto.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A well-behaved client on a WebSocket: sends frames as JSON, answers pings, counts its inputs. For one thread. */
public final class TestClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RawClient raw;
    private long seq;
    private Optional<Integer> closed = Optional.empty();

    TestClient(RawClient raw) {
        this.raw = raw;
    }

    /** Returns what is beneath, for what a well-behaved client does not do. */
    public RawClient raw() {
        return raw;
    }

    /** Sends a frame. Apostrophes stand for quotation marks. */
    public TestClient send(String frame) {
        raw.frame(RawClient.TEXT, frame.replace('\'', '"'));
        return this;
    }

    /** Greets with a token and returns the {@code ready} that comes back. */
    public JsonNode hello(String bot, String token) {
        send("{'type':'hello','version':1,'bot':'%s','token':'%s'}".formatted(bot, token));
        return next("ready");
    }

    /** Comes back to a session. */
    public JsonNode resume(JsonNode ready, long seen) {
        send(String.format(
                Locale.ROOT,
                "{'type':'hello','version':1,'resume':{'session':'%s','key':'%s','seen':%d}}",
                ready.get("session").asText(),
                ready.get("resume_key").asText(),
                seen));
        JsonNode again = next("ready");
        seq = again.get("received").asLong();
        return again;
    }

    /** Types something and returns the frames that it causes, the {@code done} at the end among them. */
    public List<JsonNode> say(String text) {
        type(text);
        return turn();
    }

    /** Types something and does not wait. */
    public TestClient type(String text) {
        try {
            raw.frame(
                    RawClient.TEXT,
                    "{\"type\":\"text\",\"seq\":" + ++seq + ",\"text\":" + JSON.writeValueAsString(text) + "}");
            return this;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the frames up to the next {@code done}. */
    public List<JsonNode> turn() {
        List<JsonNode> frames = new ArrayList<>();
        while (frames.isEmpty()
                || !frames.get(frames.size() - 1).get("type").asText().equals("done")) {
            frames.add(next());
        }
        return frames;
    }

    /** Returns what the bot says in the next turn. */
    public String words() {
        return words(turn());
    }

    /** Returns what the bot says in frames. */
    public static String words(List<JsonNode> frames) {
        StringBuilder words = new StringBuilder();
        for (JsonNode frame : frames) {
            if (frame.has("text")) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(frame.get("text").asText());
            }
        }
        return words.toString();
    }

    /** Returns the next frame, which must be of this type. */
    public JsonNode next(String type) {
        JsonNode frame = next();
        if (!frame.get("type").asText().equals(type)) {
            throw new AssertionError("expected " + type + " but got " + frame);
        }
        return frame;
    }

    /** Returns the next frame. */
    public JsonNode next() {
        while (true) {
            RawClient.Frame frame = raw.frame().orElseThrow(() -> new AssertionError("the connection ended"));
            if (frame.kind() == RawClient.TEXT) {
                return parsed(frame.text());
            }
            if (frame.kind() == RawClient.PING) {
                raw.frame(RawClient.PONG, frame.text());
            } else if (frame.kind() == RawClient.CLOSE) {
                closed = Optional.of(frame.closeCode());
                throw new AssertionError("the connection was closed with " + frame.closeCode());
            }
        }
    }

    /** Returns the code of the error that comes next. */
    public String error() {
        return next("error").get("code").asText();
    }

    /** Reads to the end and returns the close code. */
    public int closeCode() {
        return closed.orElseGet(raw::closeCode);
    }

    /** Loses the connection without a word. */
    public void cut() {
        raw.close();
    }

    @Override
    public void close() {
        raw.close();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}

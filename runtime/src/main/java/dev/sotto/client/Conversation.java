package dev.sotto.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One session of one person, attached over a WebSocket. Its state is confined to the event loop it was opened on; its
 * methods may be called from anywhere.
 */
public final class Conversation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NORMAL_CLOSE = 1000;

    private final Context loop;
    private final WebSocket socket;
    private final Promise<Conversation> ready = Promise.promise();
    private final Promise<Answer> opening = Promise.promise();
    private final Promise<Integer> closed = Promise.promise();
    private final Map<Long, Awaited> awaited = new HashMap<>();
    private List<JsonNode> frames = new ArrayList<>();
    private long sent;
    private long seen;
    private @Nullable ConversationException refusal;

    private Conversation(Context loop, WebSocket socket) {
        this.loop = loop;
        this.socket = socket;
        awaited.put(0L, new Awaited(opening, System.nanoTime()));
    }

    /** Takes a socket that is about to be connected; the conversation is ready once the server has taken the hello. */
    static Conversation over(Context loop, WebSocket socket) {
        Conversation conversation = new Conversation(loop, socket);
        socket.textMessageHandler(conversation::received);
        socket.closeHandler(ignored -> conversation.lost());
        socket.exceptionHandler(ignored -> conversation.lost());
        return conversation;
    }

    Future<Conversation> hello(Hello hello) {
        send(hello.asJson());
        return ready.future();
    }

    /** Returns what the bot says before the person has said anything. */
    public Future<Answer> opening() {
        return opening.future();
    }

    /** Says something and returns what the bot answers; fails if the server refuses the input or the line breaks. */
    public Future<Answer> say(String text) {
        Promise<Answer> answer = Promise.promise();
        long since = System.nanoTime();
        loop.runOnContext(ignored -> {
            sent++;
            awaited.put(sent, new Awaited(answer, since));
            send(JSON.createObjectNode().put("type", "text").put("seq", sent).put("text", text));
        });
        return answer.future();
    }

    /** Sends a frame as it is, however wrong; for showing what a server does with it. */
    public void provoke(String frame) {
        loop.runOnContext(ignored -> socket.writeTextMessage(frame).onFailure(failure -> lost()));
    }

    /** Leaves: the session ends, and the future is complete once the server has closed the line. */
    public Future<Void> end() {
        loop.runOnContext(ignored -> {
            sent++;
            send(JSON.createObjectNode().put("type", "end").put("seq", sent));
        });
        return closed.future().mapEmpty();
    }

    /** Returns the close code with which the line ends, once it does. */
    public Future<Integer> closed() {
        return closed.future();
    }

    private void received(String text) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            refuse(new ConversationException("frame.malformed", "the server sent a frame that is not JSON"), 0);
            return;
        }
        switch (frame.path("type").asText()) {
            case "ready" -> ready.complete(this);
            case "error" ->
                refuse(
                        new ConversationException(
                                frame.path("code").asText(),
                                frame.path("message").asText()),
                        frame.path("cause").asLong());
            case "done" -> done(frame);
            default -> frames.add(frame);
        }
    }

    private void done(JsonNode frame) {
        frames.add(frame);
        long now = System.nanoTime();
        Awaited turn = awaited.remove(frame.path("cause").asLong());
        if (turn != null) {
            turn.answer().tryComplete(new Answer(frame.path("turn").asLong(), frames, now - turn.since()));
        }
        frames = new ArrayList<>();
        acknowledge(frame.path("seq").asLong());
    }

    private void acknowledge(long upto) {
        if (upto > seen) {
            seen = upto;
            send(JSON.createObjectNode().put("type", "seen").put("upto", upto));
        }
    }

    private void send(ObjectNode frame) {
        if (closed.future().isComplete()) {
            lost();
        } else {
            socket.writeTextMessage(frame.toString()).onFailure(ignored -> lost());
        }
    }

    private void refuse(ConversationException why, long cause) {
        Awaited turn = awaited.remove(cause);
        if (turn != null && cause > 0) {
            // The input was not taken, so its number is free for the next one.
            sent = Math.min(sent, cause - 1);
            turn.answer().tryFail(why);
            return;
        }
        refusal = why;
        ready.tryFail(why);
    }

    private void lost() {
        Short code = socket.closeStatusCode();
        ConversationException why = refusal != null
                ? refusal
                : new ConversationException("connection.closed", "the server closed the connection" + with(code));
        ready.tryFail(why);
        List<Awaited> open = List.copyOf(awaited.values());
        awaited.clear();
        for (Awaited turn : open) {
            turn.answer().tryFail(why);
        }
        closed.tryComplete(code == null ? NORMAL_CLOSE : Integer.valueOf(code));
    }

    private static String with(@Nullable Short code) {
        return code == null ? "" : " with code " + code;
    }

    /** An input that is not answered yet. */
    private record Awaited(Promise<Answer> answer, long since) {}
}

package dev.sotto.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.sensitive.Secret;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One session that is used without a socket: a request a turn. One turn at a time. */
public final class HttpConversation {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SottoClient client;
    private final String path;
    private final Secret key;
    private long sent;

    HttpConversation(SottoClient client, String session, Secret key) {
        this.client = client;
        this.path = "/v1/sessions/" + session;
        this.key = key;
    }

    /** Says something and returns what the bot answers; fails if the server refuses. */
    public Future<Answer> say(String text) {
        sent++;
        long since = System.nanoTime();
        ObjectNode body = JSON.createObjectNode().put("seq", sent).put("text", text);
        return client.post(path + "/turns", Optional.of(key), body).map(answer -> {
            List<JsonNode> frames = new ArrayList<>();
            answer.path("frames").forEach(frames::add);
            long turn = frames.isEmpty() ? 0 : frames.get(0).path("turn").asLong();
            return new Answer(turn, frames, System.nanoTime() - since);
        });
    }

    /** Ends the session. */
    public Future<Void> end() {
        return client.delete(path, key);
    }
}

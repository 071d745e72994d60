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

/** A session in which somebody speaks, attached over a WebSocket. Confined to the event loop it was opened on. */
public final class VoiceConnection {

    /** What the bot is wanted to speak in: linear, 16 bits, one channel. */
    public static final int SPEAK_RATE = 16_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Context loop;
    private final WebSocket socket;
    private final Listener listener;
    private final Promise<Void> ready = Promise.promise();

    /** Whoever takes what comes, on the event loop of the connection. */
    public interface Listener {

        /** A frame of text came, neither {@code ready} nor {@code error}. */
        void frame(JsonNode frame);

        /** Audio came. */
        void audio(Buffer audio);

        /** The server refused something. */
        void refused(ConversationException why);

        /** The connection is gone. */
        void closed();
    }

    private VoiceConnection(Context loop, WebSocket socket, Listener listener) {
        this.loop = loop;
        this.socket = socket;
        this.listener = listener;
    }

    static VoiceConnection over(Context loop, WebSocket socket, Listener listener) {
        VoiceConnection connection = new VoiceConnection(loop, socket, listener);
        socket.textMessageHandler(connection::received);
        socket.binaryMessageHandler(listener::audio);
        socket.closeHandler(ignored -> listener.closed());
        return connection;
    }

    /**
     * Says what will come.
     *
     * @param encoding of the person's audio, as the protocol writes it
     * @param rate of the same, in samples a second
     */
    Future<VoiceConnection> hello(Hello hello, String encoding, int rate) {
        ObjectNode frame = hello.asJson();
        ObjectNode offer = frame.putObject("audio");
        offer.putObject("listen").put("encoding", encoding).put("rate", rate);
        offer.putObject("speak").put("encoding", "pcm_s16le").put("rate", SPEAK_RATE);
        send(frame);
        return ready.future().map(this);
    }

    /** Returns its event loop. */
    public Context loop() {
        return loop;
    }

    /** Switches the microphone on. */
    public void open() {
        send(JSON.createObjectNode().put("type", "microphone").put("state", "on"));
    }

    /** Sends the person's audio. */
    public void play(byte[] audio) {
        socket.writeBinaryMessage(Buffer.buffer(audio)).onFailure(failed -> listener.closed());
    }

    /** Tells that everything up to a mark was played. */
    public void played(JsonNode mark) {
        send(JSON.createObjectNode()
                .put("type", "played")
                .put("mark", mark.path("mark").asText()));
    }

    /** Ends the session; only a client that has sent no numbered input may. */
    public void end() {
        send(JSON.createObjectNode().put("type", "end").put("seq", 1));
    }

    /** Leaves, and the session lives on for a while. */
    public void close() {
        socket.close().onFailure(failed -> {});
    }

    private void received(String text) {
        JsonNode frame;
        try {
            frame = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            refused(new ConversationException("frame.malformed", "the server sent a frame that is not JSON"));
            return;
        }
        switch (frame.path("type").asText()) {
            case "ready" -> ready(frame);
            case "error" ->
                refused(new ConversationException(
                        frame.path("code").asText(), frame.path("message").asText()));
            default -> listener.frame(frame);
        }
    }

    private void ready(JsonNode frame) {
        if (frame.has("audio")) {
            ready.complete();
        } else {
            JsonNode why = frame.path("audio_unavailable");
            refused(new ConversationException(
                    why.path("code").asText("voice.unavailable"),
                    why.path("message").asText()));
        }
    }

    private void refused(ConversationException why) {
        ready.tryFail(why);
        listener.refused(why);
    }

    private void send(ObjectNode frame) {
        socket.writeTextMessage(frame.toString()).onFailure(failed -> listener.closed());
    }
}

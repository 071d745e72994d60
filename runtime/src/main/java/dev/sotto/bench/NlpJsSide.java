package dev.sotto.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sotto.bot.Bot;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The same bot served by NLP.js behind {@code ws}, over TLS with the same certificate: {@code bench/nlpjs.mjs}. */
final class NlpJsSide implements Side {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_S = 60;

    /** The name that NLP.js gives to what it does not know. */
    private static final String UNKNOWN = "None";

    private final Vertx vertx;
    private final ChildProcess process;
    private final Path identity;

    private NlpJsSide(Vertx vertx, ChildProcess process, Path identity) {
        this.vertx = vertx;
        this.process = process;
        this.identity = identity;
    }

    /**
     * Starts it; installs its packages first if they are not there.
     *
     * @param root the folder with {@code bench/}
     * @param identity PEM file with the certificate to serve and its key
     */
    static NlpJsSide start(Vertx vertx, Path root, Bot bot, Path identity, Consumer<String> progress)
            throws IOException {
        Path folder = root.resolve("bench");
        NodePackages.install(folder, progress);
        ProcessBuilder node = new ProcessBuilder("node", "nlpjs.mjs")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        node.environment().put("NODE_ENV", "production");
        ChildProcess process =
                ChildProcess.start(node, NlpJsBot.of(bot, identity).toString());
        return new NlpJsSide(vertx, process, identity);
    }

    @Override
    public String name() {
        return "nlpjs";
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public Crowd gather(int people) throws IOException, TimeoutException {
        WebSocketClient client = client(people);
        return Crowd.of(people, () -> connect(client), () -> client.close().onFailure(NlpJsSide::ignore));
    }

    private WebSocketClient client(int connections) {
        return vertx.createWebSocketClient(new WebSocketClientOptions()
                .setSsl(true)
                .setMaxConnections(connections)
                .setTrustOptions(new PemTrustOptions().addCertPath(identity.toString())));
    }

    private Future<Line> connect(WebSocketClient client) {
        WebSocketConnectOptions to = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(process.ready().path("port").asInt())
                .setSsl(true)
                .setURI("/");
        return client.connect(to).map(Line::new);
    }

    @Override
    public String intent(String text) throws TimeoutException {
        WebSocketClient client = client(1);
        String intent = connect(client)
                .compose(line -> line.say(text))
                .await(PATIENCE_S, TimeUnit.SECONDS)
                .path("intent")
                .asText();
        client.close().onFailure(NlpJsSide::ignore);
        return intent.equals(UNKNOWN) ? HeldOut.NONE : intent;
    }

    /** A connection that does not close properly is closed by the end of the process. */
    private static void ignore(Throwable failure) {}

    @Override
    public void close() {
        process.close();
    }

    /** Somebody with a connection. Answers come in the order of what was said. */
    private static final class Line implements Crowd.Person {

        private final WebSocket socket;
        private final Queue<Promise<JsonNode>> awaited = new ArrayDeque<>();
        private long said;

        Line(WebSocket socket) {
            this.socket = socket;
            socket.textMessageHandler(this::received);
        }

        @Override
        public Future<JsonNode> say(String text) {
            Promise<JsonNode> answer = Promise.promise();
            String frame;
            synchronized (this) {
                said++;
                awaited.add(answer);
                frame = JsonNodeFactory.instance
                        .objectNode()
                        .put("seq", said)
                        .put("text", text)
                        .toString();
            }
            return socket.writeTextMessage(frame).compose(written -> answer.future());
        }

        @Override
        public Future<?> leave() {
            return socket.close();
        }

        @Override
        public boolean isConnected() {
            return !socket.isClosed();
        }

        private void received(String frame) {
            Promise<JsonNode> next;
            synchronized (this) {
                next = awaited.poll();
            }
            if (next == null) {
                return;
            }
            try {
                next.complete(JSON.readTree(frame));
            } catch (JsonProcessingException e) {
                next.fail(e);
            }
        }
    }
}

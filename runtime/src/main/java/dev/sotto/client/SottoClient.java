package dev.sotto.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.sensitive.Secret;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.PemTrustOptions;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A client of one server: gets tokens and opens conversations. Safe for any thread. */
public final class SottoClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HUNDRED = 100;
    private static final int SUCCESS = 2;
    private static final String SOCKET = "/v1/socket";

    private final Vertx vertx;
    private final Endpoint endpoint;
    private final Credential credential;
    private final HttpClient http;
    private final WebSocketClient sockets;
    private final NetClient telephones;

    /**
     * Makes a client.
     *
     * @param connections how many conversations may be open at once
     */
    public SottoClient(Vertx vertx, Endpoint endpoint, Credential credential, int connections) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.credential = credential;
        HttpClientOptions plain = new HttpClientOptions().setSsl(true);
        WebSocketClientOptions streaming =
                new WebSocketClientOptions().setSsl(true).setMaxConnections(connections);
        trust(endpoint).ifPresent(trusted -> {
            plain.setTrustOptions(trusted);
            streaming.setTrustOptions(trusted.copy());
        });
        this.http = vertx.createHttpClient(plain);
        this.sockets = vertx.createWebSocketClient(streaming);
        this.telephones = vertx.createNetClient();
    }

    private static Optional<PemTrustOptions> trust(Endpoint endpoint) {
        return endpoint.authority().map(file -> new PemTrustOptions().addCertPath(file.toString()));
    }

    /** Opens a session with a bot; the future fails with {@link ConversationException} if the server refuses. */
    public Future<Conversation> open(String bot, String locale) {
        return token(bot)
                .compose(token -> onOneLoop((loop, socket) -> {
                    Conversation conversation = Conversation.over(loop, socket);
                    return socket.connect(address())
                            .compose(connected -> conversation.hello(new Hello(bot, token, locale)));
                }));
    }

    /**
     * Opens a session in which a recording speaks; the future fails with {@link ConversationException} if the server
     * refuses, or if the bot cannot be spoken to there.
     *
     * @param listener is told of each turn when it was answered, on the event loop of the connection
     */
    public Future<SpokenConversation> openSpoken(
            String bot,
            String locale,
            SpokenConversation.Recording recording,
            SpokenConversation.Pace pace,
            Consumer<SpokenTurn> listener) {
        SpokenConversation conversation = new SpokenConversation(recording, pace, listener);
        return openVoice(bot, locale, recording.encoding(), recording.rate(), conversation)
                .map(conversation::over);
    }

    /**
     * Opens a session in which somebody speaks; the future fails with {@link ConversationException} if the server refuses,
     * or if the bot cannot be spoken to there.
     *
     * @param encoding of the person's audio, as the protocol writes it
     * @param rate of the same, in samples a second
     */
    public Future<VoiceConnection> openVoice(
            String bot, String locale, String encoding, int rate, VoiceConnection.Listener listener) {
        return token(bot)
                .compose(token -> onOneLoop((loop, socket) -> {
                    VoiceConnection connection = VoiceConnection.over(loop, socket, listener);
                    return socket.connect(address())
                            .compose(connected -> connection.hello(new Hello(bot, token, locale), encoding, rate));
                }));
    }

    /** Connects on one event loop, and stays on it, whoever calls. */
    private <T> Future<T> onOneLoop(BiFunction<Context, ClientWebSocket, Future<T>> connect) {
        Promise<T> attached = Promise.promise();
        Context loop = vertx.getOrCreateContext();
        loop.runOnContext(ignored -> connect.apply(loop, sockets.webSocket()).onComplete(attached));
        return attached.future();
    }

    private WebSocketConnectOptions address() {
        WebSocketConnectOptions to = new WebSocketConnectOptions()
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(true)
                .setURI(SOCKET);
        Optional<String> origin = credential.origin(endpoint);
        origin.ifPresent(name -> to.addHeader("Origin", name));
        // Vert.x would claim an origin by itself, and a key's token is for clients that have none.
        to.setAllowOriginHeader(origin.isPresent());
        return to;
    }

    /**
     * Calls a bot by telephone; the future fails with {@link ConversationException} if the server refuses. Only who has a
     * key may.
     *
     * @param host where the server takes calls
     * @param audio what will be said, as {@link TelephoneCall} sends it
     */
    public Future<TelephoneCall> call(String bot, String locale, String host, int port, byte[] audio) {
        return post(
                        "/v1/calls",
                        credential.key(),
                        JSON.createObjectNode().put("bot", bot).put("locale", locale))
                .compose(ticket -> ClientLoop.run(
                        vertx, () -> dial(UUID.fromString(ticket.path("call").asText()), host, port, audio)));
    }

    private Future<TelephoneCall> dial(UUID ticket, String host, int port, byte[] audio) {
        Context loop = vertx.getOrCreateContext();
        return telephones.connect(port, host).map(socket -> TelephoneCall.over(loop, socket, ticket, audio));
    }

    /** Opens a session that is used without a socket, one request a turn. */
    public Future<HttpConversation> openOverHttp(String bot, String locale) {
        return token(bot)
                .compose(token -> post(
                        "/v1/sessions",
                        Optional.empty(),
                        JSON.createObjectNode()
                                .put("token", token)
                                .put("bot", bot)
                                .put("locale", locale)))
                .map(answer -> new HttpConversation(
                        this,
                        answer.path("session").asText(),
                        new Secret(answer.path("key").asText())));
    }

    private Future<String> token(String bot) {
        return post("/v1/tokens", credential.key(), JSON.createObjectNode().put("bot", bot))
                .map(answer -> answer.path("token").asText());
    }

    Future<JsonNode> post(String path, Optional<Secret> bearer, ObjectNode body) {
        return ClientLoop.run(
                vertx,
                () -> request(HttpMethod.POST, path, bearer)
                        .compose(request -> request.putHeader("Content-Type", "application/json")
                                .send(Buffer.buffer(body.toString())))
                        .compose(SottoClient::body));
    }

    Future<Void> delete(String path, Secret bearer) {
        return ClientLoop.run(
                vertx,
                () -> request(HttpMethod.DELETE, path, Optional.of(bearer))
                        .compose(HttpClientRequest::send)
                        .compose(HttpClientResponse::end));
    }

    private Future<HttpClientRequest> request(HttpMethod method, String path, Optional<Secret> bearer) {
        RequestOptions to = new RequestOptions()
                .setMethod(method)
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(true)
                .setURI(path);
        credential.origin(endpoint).ifPresent(origin -> to.addHeader("Origin", origin));
        bearer.ifPresent(secret -> to.addHeader("Authorization", "Bearer " + secret.reveal()));
        return http.request(to);
    }

    private static Future<JsonNode> body(HttpClientResponse response) {
        return response.body().compose(bytes -> {
            JsonNode answer;
            try {
                answer = JSON.readTree(bytes.toString());
            } catch (JsonProcessingException e) {
                return Future.failedFuture(new ConversationException(
                        "server.unknown", "this does not answer as Sotto does; status " + response.statusCode()));
            }
            if (response.statusCode() / HUNDRED == SUCCESS) {
                return Future.succeededFuture(answer);
            }
            JsonNode error = answer.path("error");
            return Future.failedFuture(new ConversationException(
                    error.path("code").asText("server.unknown"),
                    error.path("message").asText()));
        });
    }

    @Override
    public void close() {
        http.close().onFailure(SottoClient::ignore);
        sockets.close().onFailure(SottoClient::ignore);
        telephones.close().onFailure(SottoClient::ignore);
    }

    /** A connection that does not close properly is closed by the end of the process. */
    private static void ignore(Throwable failure) {}
}

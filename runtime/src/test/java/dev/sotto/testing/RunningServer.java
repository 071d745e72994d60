package dev.sotto.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.access.NewApiKey;
import dev.sotto.bot.version.Engines;
import dev.sotto.config.ConfigLoader;
import dev.sotto.config.ConfigSources;
import dev.sotto.config.ServerConfig;
import dev.sotto.server.Provisions;
import dev.sotto.server.SottoServer;
import dev.sotto.session.Onlooker;
import dev.sotto.time.Timers;
import dev.sotto.time.VertxTimers;
import dev.sotto.tls.Certificates;
import dev.sotto.voice.LineOnlooker;
import dev.sotto.voice.SpeechEngines;
import dev.sotto.yaml.Problems;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The real server on a port of its own, over real sockets and TLS, with the demo bots unless a test brings others.
 *
 * <pre>{@code
 * try (RunningServer server = RunningServer.with().limit("hello", "1s").start();
 *         TestClient client = server.client()) {
 *     client.hello("coffee", server.token("coffee"));
 *     client.say("a large latte");
 * }
 * }</pre>
 */
public final class RunningServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DEMO_BOTS = Path.of("..", "bots");

    /** Shared by all servers of a run, so that one model is trained and one certificate made once. */
    private static final Path STATE = Path.of("target", "test-state").toAbsolutePath();

    private static final long PATIENCE_SECONDS = 60;
    private static final int METRIC_TRIES = 100;

    private final SottoServer server;
    private final Timers timers;
    private final SSLContext trust;
    private @Nullable HttpClient http;

    private RunningServer(SottoServer server, Timers timers) {
        this.server = server;
        this.timers = timers;
        this.trust = trust();
    }

    /** Starts one with the demo bots and real time. */
    public static RunningServer start() {
        return with().start();
    }

    /** Returns the knobs. */
    public static Knobs with() {
        return new Knobs();
    }

    /** Returns where it is. */
    public URI url() {
        return server.url();
    }

    /** Returns the origin of its own page. */
    public String origin() {
        return "https://localhost:" + url().getPort();
    }

    /** Returns the server itself. */
    public SottoServer server() {
        return server;
    }

    /** Returns the certificate that a browser has to trust, as a PEM file. */
    public Path certificate() {
        return Certificates.developmentFile(STATE);
    }

    /** Lets time pass, if the server was started with time that a test steers. */
    public void advance(Duration by) {
        if (!(timers instanceof SteeredTimers steered)) {
            throw new AssertionError("this server's time is real");
        }
        steered.advance(by);
        // Its connections may have been closed for idling, which it would only notice by failing.
        http = null;
    }

    /** Returns a token for an anonymous visitor of the server's own page. */
    public String token(String bot) {
        return json(call("POST", "/v1/tokens", "{\"bot\":\"" + bot + "\"}", "Origin", origin()))
                .get("token")
                .asText();
    }

    /** Returns a token for the holder of a key, for clients that are no pages. */
    public String token(String bot, String key) {
        return json(call("POST", "/v1/tokens", "{\"bot\":\"" + bot + "\"}", "Authorization", "Bearer " + key))
                .get("token")
                .asText();
    }

    /** Returns a ticket for a telephone call, for the holder of a key. */
    public UUID ticket(String bot, String key) {
        return UUID.fromString(
                json(call("POST", "/v1/calls", "{\"bot\":\"" + bot + "\"}", "Authorization", "Bearer " + key))
                        .get("call")
                        .asText());
    }

    /** Returns a connection that has not said anything yet, as a page of the server's own would make it. */
    public TestClient client() {
        return client("Origin: " + origin());
    }

    /** Returns a connection that has not said anything yet. */
    public TestClient client(String... headers) {
        RawClient raw = raw();
        int status = raw.upgrade(headers);
        if (status != 101) {
            throw new AssertionError("the upgrade was refused with " + status);
        }
        return new TestClient(raw);
    }

    /** Returns a connection on which a session with a bot is open and the bot has spoken. */
    public TestClient talk(String bot) {
        TestClient client = client();
        client.hello(bot, token(bot));
        client.turn();
        return client;
    }

    /** Returns a connection over TLS on which nothing was sent. */
    public RawClient raw() {
        return RawClient.connect(url(), trust);
    }

    /** Returns a connection over TLS whose kernel holds little of what the client does not read. */
    public RawClient raw(int receiveBuffer) {
        return RawClient.connect(url(), trust, receiveBuffer);
    }

    /** Sends a request. */
    public HttpResponse<String> call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url().resolve(path))
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        HttpClient client = http;
        if (client == null) {
            client = HttpClient.newBuilder().sslContext(trust).build();
            http = client;
        }
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Lets time pass in steps until the metrics hold a line. */
    public void advanceUntilMetric(String line, Duration step) {
        String metrics = "";
        for (int i = 0; i < METRIC_TRIES; i++) {
            metrics = management("/metrics").body();
            if (metrics.contains("\n" + line)) {
                return;
            }
            advance(step);
        }
        throw new AssertionError("no \"" + line + "\" in\n" + metrics);
    }

    /** Asks the listener for those who look after the server. */
    public HttpResponse<String> management(String path) {
        return send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.managementPort())
                        .resolve(path))
                .build());
    }

    /** Waits until all sessions are over. */
    public void awaitNoSessions() {
        awaitSessions(0);
    }

    /** Waits until no more sessions are left than this. */
    public void awaitSessions(int most) {
        for (int i = 0; i < METRIC_TRIES; i++) {
            // Each request gives the server some time.
            management("/metrics");
            if (server.sessions() <= most) {
                return;
            }
        }
        throw new AssertionError(server.sessions() + " sessions are left");
    }

    /** Returns the body of an answer. */
    public static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    /** Returns JSON as a tree. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** Waits for something that is about to happen. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        await(server.close());
    }

    private SSLContext trust() {
        try (InputStream pem = Files.newInputStream(certificate())) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("sotto", certificate);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** How a server is started. */
    public static final class Knobs {

        private final Map<String, String> limits = new LinkedHashMap<>();
        private final List<String> keys = new ArrayList<>();
        private final List<String> origins = new ArrayList<>();
        private final AtomicReference<@Nullable Timers> made = new AtomicReference<>();
        private Path bots = DEMO_BOTS;
        private int port;
        private Supplier<Engines> engines = () -> new Engines(Map.of("embedding", SharedEngine::embedding));
        private Function<ServerConfig, Provisions.Speech> speech = Provisions.SPEECHLESS;
        private boolean takesCalls;
        private @Nullable Instant start;

        private Knobs() {}

        /** Serves the bots of a directory. */
        public Knobs bots(Path directory) {
            bots = directory;
            return this;
        }

        /** Understands with an engine of the test's, under the name that bots use when they name none. */
        public Knobs engine(ScriptedEngine engine) {
            engines = () -> new Engines(Map.of("embedding", () -> engine));
            return this;
        }

        /** Speaks and listens with engines of the test's. */
        public Knobs speech(SpeechEngines engines) {
            speech = config -> () -> engines;
            return this;
        }

        /** Speaks and listens with engines that are opened for it. */
        public Knobs speech(Function<ServerConfig, Provisions.Speech> engines) {
            speech = engines;
            return this;
        }

        /** Takes telephone calls. */
        public Knobs calls() {
            takesCalls = true;
            return this;
        }

        /** Lets time pass only by {@link RunningServer#advance}. */
        public Knobs steeredTime() {
            start = Instant.now();
            return this;
        }

        /** Sets a limit, as the configuration file writes it. */
        public Knobs limit(String name, String value) {
            limits.put(name, value);
            return this;
        }

        /** Knows an API key with these scopes. */
        public Knobs key(NewApiKey key, String... scopes) {
            keys.add("{ id: %s, hash: \"%s\", scopes: [%s] }"
                    .formatted(key.id(), key.hash(), String.join(", ", scopes)));
            return this;
        }

        /** Lets pages of an origin in. */
        public Knobs origin(String origin) {
            origins.add(origin);
            return this;
        }

        /** Listens on this port and no other. */
        public Knobs port(int number) {
            port = number;
            return this;
        }

        /** Starts it. */
        public RunningServer start() {
            try {
                Files.createDirectories(STATE);
                Path file = Files.createTempFile(STATE, "server", ".yaml");
                try {
                    Files.writeString(file, yaml());
                    SottoServer server = await(SottoServer.start(
                            config(file),
                            new Provisions(
                                    this::clock, any -> engines.get(), Onlooker.NONE, LineOnlooker.NONE, speech)));
                    return new RunningServer(server, Objects.requireNonNull(made.get()));
                } finally {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Timers clock(Vertx vertx) {
            Timers timers = start == null ? new VertxTimers(vertx) : new SteeredTimers(vertx, start);
            made.set(timers);
            return timers;
        }

        private String yaml() {
            StringBuilder yaml = new StringBuilder()
                    .append("listen: { https: \"127.0.0.1:")
                    .append(port)
                    .append("\", management: \"127.0.0.1:0\"")
                    .append(takesCalls ? ", audiosocket: \"127.0.0.1:0\" }\n" : " }\n")
                    .append("bots: { directory: \"")
                    .append(bots.toAbsolutePath().normalize())
                    .append("\", reload: off }\n")
                    .append("storage: { directory: \"")
                    .append(STATE)
                    .append("\" }\n")
                    // The tests' own heap is not the server's to sweep.
                    .append("memory: { sweep-after: 0s }\n")
                    .append("access:\n  api-keys: [")
                    .append(String.join(", ", keys))
                    .append("]\n")
                    .append("  origins: [")
                    .append(String.join(", ", origins))
                    .append("]\n");
            if (!limits.isEmpty()) {
                yaml.append("limits:\n");
                limits.forEach((name, value) -> yaml.append("  ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
            }
            return yaml.toString();
        }

        private static ServerConfig config(Path file) {
            Problems problems = new Problems();
            return ConfigLoader.load(ConfigSources.of(file), problems)
                    .orElseThrow(() -> new AssertionError(problems.sorted()))
                    .config();
        }
    }
}

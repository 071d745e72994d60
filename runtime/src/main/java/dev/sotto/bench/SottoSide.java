package dev.sotto.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sotto.access.NewApiKey;
import dev.sotto.client.Answer;
import dev.sotto.client.Conversation;
import dev.sotto.client.Credential;
import dev.sotto.client.Endpoint;
import dev.sotto.client.SottoClient;
import dev.sotto.storage.Folders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server of our own, started by the launcher as anybody starts it. Only its rate limits are out of the way, for they
 * would be measured otherwise. Its configuration lies in a folder that goes with it.
 */
final class SottoSide implements Side {

    private static final String BOT = "bank";
    private static final String FALLBACK = "FallbackIntent";
    private static final int PATIENCE_S = 60;
    private static final String LIMITS = """
            listen: { management: "127.0.0.1:0" }
            limits:
              sessions: 1000000
              idle: 6h
              lifetime: 6h
              sockets: 1000000
              unproven-sockets: 1000000
              tokens: 1000000
              rates: 1000000
              tokens-per-key: { per-minute: 1000000, burst: 1000000 }
              tokens-per-address: { per-minute: 1000000, burst: 1000000 }
              connections-per-address: { per-minute: 1000000, burst: 1000000 }
              frames-per-connection: { per-minute: 1000000, burst: 1000000 }
              inputs-per-session: { per-minute: 1000000, burst: 1000000 }
            """;

    private final Vertx vertx;
    private final ChildProcess process;
    private final Path folder;
    private final Endpoint endpoint;
    private final Credential person;
    private final SottoClient examiner;

    private SottoSide(
            Vertx vertx, ChildProcess process, Path folder, Endpoint endpoint, NewApiKey person, NewApiKey examiner) {
        this.vertx = vertx;
        this.process = process;
        this.folder = folder;
        this.endpoint = endpoint;
        this.person = new Credential.Key(person.key());
        this.examiner = new SottoClient(vertx, endpoint, new Credential.Key(examiner.key()), 1);
    }

    /**
     * Starts one.
     *
     * @param root the folder with the launcher
     * @param bots the directory with the bank's folder
     */
    static SottoSide start(Vertx vertx, Path root, Path bots) throws IOException {
        NewApiKey person = NewApiKey.named("person");
        NewApiKey examiner = NewApiKey.named("examiner");
        Path folder = Files.createTempDirectory("sotto-bench");
        Path config = Files.writeString(folder.resolve("server.yaml"), configuration(folder, bots, person, examiner));
        ProcessBuilder serve = new ProcessBuilder(
                root.resolve("sotto").toString(), "serve", "--json", "--port", "0", "--config", config.toString());
        // Settings of the environment's would come before those of the file.
        serve.environment().keySet().removeIf(name -> name.startsWith("SOTTO_"));
        Path log = folder.resolve("server.log");
        ChildProcess process;
        try {
            process = ChildProcess.start(serve.redirectError(log.toFile()), "");
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; what it said: " + Files.readString(log), e);
        }
        try {
            URI url = URI.create(process.ready().path("url").asText());
            Endpoint endpoint = Endpoint.of(url, Optional.of(folder.resolve("development.pem")));
            return new SottoSide(vertx, process, folder, endpoint, person, examiner);
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static String configuration(Path folder, Path bots, NewApiKey person, NewApiKey examiner) {
        return LIMITS
                + "bots: { directory: " + quoted(bots.toAbsolutePath()) + " }\n"
                + "storage: { directory: " + quoted(folder) + " }\n"
                + "access:\n  api-keys:\n"
                + "    - { id: person, hash: \"" + person.hash() + "\" }\n"
                + "    - { id: examiner, hash: \"" + examiner.hash() + "\", scopes: [trace] }\n";
    }

    /** YAML takes a string as JSON writes it. */
    private static String quoted(Path path) {
        return JsonNodeFactory.instance.textNode(path.toString()).toString();
    }

    /** Returns the file with the certificate that it serves and the certificate's key. */
    Path identity() {
        return endpoint.authority().orElseThrow();
    }

    @Override
    public String name() {
        return "sotto";
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    /** Returns a client for people who speak. */
    SottoClient speakers() {
        return new SottoClient(vertx, endpoint, person, 1);
    }

    @Override
    public Crowd gather(int people) throws IOException, TimeoutException {
        SottoClient client = new SottoClient(vertx, endpoint, person, people);
        return Crowd.of(people, () -> arrive(client), client::close);
    }

    private static Future<Crowd.Person> arrive(SottoClient client) {
        return client.open(BOT, "auto")
                .compose(conversation -> conversation.opening().map(greeting -> new Talking(conversation)));
    }

    @Override
    public String intent(String text) throws TimeoutException {
        Conversation conversation = examiner.open(BOT, "auto").await(PATIENCE_S, TimeUnit.SECONDS);
        Answer answer = conversation.say(text).await(PATIENCE_S, TimeUnit.SECONDS);
        if (!answer.ended()) {
            conversation.end().await(PATIENCE_S, TimeUnit.SECONDS);
        }
        return answer.understood()
                .map(understood -> understood.path("intent").asText())
                .filter(name -> !name.equals(FALLBACK))
                .orElse(HeldOut.NONE);
    }

    @Override
    public void close() {
        examiner.close();
        process.close();
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            return; // It lies in the temporary folder, and its keys open nothing any more.
        }
    }

    /** Somebody with a session. */
    private record Talking(Conversation conversation) implements Crowd.Person {

        @Override
        public Future<?> say(String text) {
            return conversation.say(text);
        }

        @Override
        public Future<?> leave() {
            return isConnected() ? conversation.end() : Future.succeededFuture();
        }

        @Override
        public boolean isConnected() {
            return !conversation.closed().isComplete();
        }
    }
}

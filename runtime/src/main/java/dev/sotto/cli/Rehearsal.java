package dev.sotto.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sotto.client.Conversation;
import dev.sotto.client.ConversationException;
import dev.sotto.client.Credential;
import dev.sotto.client.Endpoint;
import dev.sotto.client.SottoClient;
import dev.sotto.config.ServerConfig;
import dev.sotto.tls.Certificates;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Goes once through what every start does, so that the launcher can keep the classes that it loads in an archive: serves
 * the bots, says something to each, and is told to stop. Trains their models on the way, if that was not done. Not a
 * command: only the launcher runs it. Ends the process in a bounded time, with 0 if all of it went well.
 */
public final class Rehearsal {

    /** Enough for a slow machine that trains many bots. */
    private static final int LIMIT_S = 300;

    private static final int PATIENCE_S = 30;

    private Rehearsal() {}

    /** Rehearses, and ends the process. */
    public static void main(String[] args) {
        aside("rehearsal-limit", () -> {
            TimeUnit.SECONDS.sleep(LIMIT_S);
            return "it took longer than " + LIMIT_S + " s";
        });
        try {
            rehearse();
        } catch (Exception e) {
            Failures.tell(Terminal.ofProcess(), e);
            fail("it broke off");
        }
        // As Ctrl-C does it: the server drains and ends the process with 0.
        System.exit(ExitCode.MACHINE);
    }

    private static void rehearse() throws IOException, TimeoutException {
        Main.run(Terminal.ofProcess(), "--help");
        ServerConfig config = new ConfigChoice(Optional.empty(), Optional.empty(), OptionalInt.of(0))
                .load()
                .config();
        PipedInputStream printed = new PipedInputStream();
        PrintStream out = new PrintStream(new PipedOutputStream(printed), true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.of(InputStream.nullInputStream(), out, System.err);
        aside("rehearsal-serve", () -> "serve ended with " + Start.run(terminal, "serve", "--json", "--port", "0"));
        String ready = new BufferedReader(new InputStreamReader(printed, StandardCharsets.UTF_8)).readLine();
        JsonNode where = new ObjectMapper().readTree(ready).path("url");
        talk(URI.create(where.asText()), config);
    }

    private static void talk(URI url, ServerConfig config) throws IOException, TimeoutException {
        Path authority = Certificates.developmentFile(config.storage().directory());
        Endpoint endpoint = Endpoint.of(url, Optional.of(authority));
        int answered = 0;
        try (SottoClient client = new SottoClient(Vertx.vertx(), endpoint, new Credential.OwnPage(), 1)) {
            for (String bot : names(config.bots().directory())) {
                answered += talk(client, bot);
            }
        }
        if (answered == 0) {
            throw new IOException("no bot answered");
        }
    }

    /** Returns how many bots of that name answered; one that is broken cannot. */
    private static int talk(SottoClient client, String bot) throws TimeoutException {
        try {
            Conversation conversation = client.open(bot, "auto").await(PATIENCE_S, TimeUnit.SECONDS);
            conversation.say("hello").await(PATIENCE_S, TimeUnit.SECONDS);
            conversation.end().await(PATIENCE_S, TimeUnit.SECONDS);
            return 1;
        } catch (ConversationException refused) {
            return 0;
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** Does what must not end, on a thread of its own; if it ends all the same, that ends the rehearsal. */
    private static void aside(String name, Callable<String> work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        fail(work.call());
                    } catch (Exception e) {
                        fail(e.getClass().getName());
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the process whatever still runs in it. */
    private static void fail(String why) {
        Terminal.ofProcess().tell("sotto: the rehearsal failed: " + why);
        Runtime.getRuntime().halt(ExitCode.MACHINE);
    }
}

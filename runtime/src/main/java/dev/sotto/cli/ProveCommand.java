package dev.sotto.cli;

import dev.sotto.bot.Bot;
import dev.sotto.bot.testing.BotCheck;
import dev.sotto.client.ClientLoop;
import dev.sotto.client.ConversationException;
import dev.sotto.client.Credential;
import dev.sotto.client.Endpoint;
import dev.sotto.client.SottoClient;
import dev.sotto.config.PrivateFile;
import dev.sotto.config.ServerConfig;
import dev.sotto.prove.CallLine;
import dev.sotto.prove.Findings;
import dev.sotto.prove.Pages;
import dev.sotto.prove.Proof;
import dev.sotto.prove.UnreadableProcessException;
import dev.sotto.sensitive.Secret;
import dev.sotto.server.RunFile;
import dev.sotto.tls.Certificates;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that a server keeps nothing of what people say, and calls nobody. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Prove that a server keeps nothing of what people say, and calls nobody.",
            "Says things that nobody said before, and looks for them afterwards in files, log, metrics and memory.",
            "Takes about a minute, on Linux. Without --url it starts a server of its own for that."
        })
final class ProveCommand implements Callable<Integer> {

    private static final int CONNECTIONS = 64;
    private static final int PATIENCE_S = 30;

    private final Terminal terminal;

    @Option(names = "--url", paramLabel = "URL", description = "The server of this machine to look into.")
    private @Nullable URI url;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with an API key, for a server that lets no visitors in.")
    private @Nullable Path keyFile;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ProveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ServerConfig config = options.load().config();
        List<Bot> bots = bots(config.bots().directory());
        Findings findings;
        try {
            findings = url == null ? ownServer(config, bots) : running(url, config, bots);
        } catch (UnreadableProcessException e) {
            throw CommandException.machine(String.valueOf(e.getMessage()));
        } catch (ConversationException e) {
            throw refused(e);
        } catch (TimeoutException e) {
            throw CommandException.machine("the server does not answer within " + PATIENCE_S + " seconds");
        }
        if (json) {
            terminal.print(FindingsReport.json(findings));
        } else {
            FindingsReport.text(findings).forEach(terminal::print);
        }
        return findings.proves() && findings.clean() ? ExitCode.DONE : ExitCode.FALLS_SHORT;
    }

    private CommandException refused(ConversationException why) {
        String message = "the server refuses to talk: " + why.getMessage();
        if (!why.code().startsWith("key.")) {
            return CommandException.machine(message);
        }
        return CommandException.wrongUse(
                keyFile == null ? message + " A server that lets no visitors in needs --key-file." : message);
    }

    private static List<Bot> bots(Path directory) {
        List<Bot> bots = BotChoice.names(directory).stream()
                .map(name -> BotChoice.of(name, directory))
                .map(choice -> BotCheck.of(choice.folder(), choice.shown()))
                .flatMap(check -> check.bot().stream())
                .toList();
        if (bots.isEmpty()) {
            throw CommandException.wrongUse("no bot in " + directory + " that could be talked to");
        }
        return bots;
    }

    private Findings ownServer(ServerConfig config, List<Bot> bots) throws IOException, TimeoutException {
        terminal.tell("starting a server");
        try (ProvingGround ground = ProvingGround.start(config)) {
            Path storage = ground.storage();
            return prove(
                    ground.running(),
                    List.of(storage),
                    Certificates.developmentFile(storage),
                    Optional.of(new Credential.Key(ground.key())),
                    bots);
        }
    }

    private Findings running(URI wanted, ServerConfig config, List<Bot> bots) throws IOException, TimeoutException {
        Path storage = config.storage().directory();
        RunFile.Running running = new RunFile(storage)
                .read()
                .filter(found -> found.url().getPort() == wanted.getPort())
                .orElseThrow(() -> CommandException.wrongUse("no server at " + wanted + " has its files in " + storage
                        + "; a proof runs on the server's own machine, with the server's --config"));
        Path certificate = config.listen().tls() instanceof ServerConfig.Tls.Files files
                ? files.certificate()
                : Certificates.developmentFile(storage);
        return prove(
                new RunFile.Running(running.pid(), wanted, running.management(), running.calls()),
                List.of(storage),
                certificate,
                Optional.of(credential()).filter(Credential.Key.class::isInstance),
                bots);
    }

    /** @param caller by what right to call the server by telephone, if there is any */
    private Findings prove(
            RunFile.Running server, List<Path> folders, Path certificate, Optional<Credential> caller, List<Bot> bots)
            throws IOException, TimeoutException {
        Vertx vertx = ClientLoop.start();
        Endpoint endpoint = endpoint(server.url(), certificate);
        try (SottoClient client = new SottoClient(vertx, endpoint, credential(), CONNECTIONS);
                SottoClient callers =
                        new SottoClient(vertx, endpoint, caller.orElseGet(Credential.OwnPage::new), CONNECTIONS)) {
            Optional<CallLine> calls = caller.flatMap(key -> server.calls().map(at -> new CallLine(callers, at)));
            Pages pages = new Pages(vertx, server.management(), Optional.of(certificate));
            return new Proof(server.pid(), folders, pages, Proof.QUIET, terminal::tell).run(client, calls, bots);
        } finally {
            vertx.close().await(PATIENCE_S, TimeUnit.SECONDS);
        }
    }

    private static Endpoint endpoint(URI server, Path certificate) {
        try {
            return Endpoint.of(server, Optional.of(certificate));
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongUse("--url: " + e.getMessage());
        }
    }

    private Credential credential() throws IOException {
        if (keyFile == null) {
            return new Credential.OwnPage();
        }
        PrivateFile file = new PrivateFile(keyFile, PrivateFile.Guard.MODE);
        Optional<PrivateFile.Flaw> flaw = file.flaw();
        if (flaw.isPresent()) {
            throw CommandException.wrongUse("--key-file: " + flaw.get().found() + "; expected "
                    + flaw.get().expected());
        }
        return new Credential.Key(
                new Secret(Files.readString(keyFile, StandardCharsets.UTF_8).strip()));
    }
}

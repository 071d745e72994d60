package dev.sotto.cli;

import dev.sotto.bot.version.EngineUnavailableException;
import dev.sotto.bot.version.NoUsableBotException;
import dev.sotto.config.ServerConfig;
import dev.sotto.process.ProcessFigures;
import dev.sotto.server.NotStartedException;
import dev.sotto.server.Provisions;
import dev.sotto.server.SottoServer;
import dev.sotto.speech.AudioFormat;
import dev.sotto.voice.MachineSpeech;
import dev.sotto.yaml.Problem;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Starts a server in this process, and puts what may go wrong into words for the person who started it. Blocking. */
final class ServerStart {

    private ServerStart() {}

    static SottoServer start(ServerConfig config) {
        return start(config, Provisions.ofInstallation(Installation.encoder(), ServerStart::speech));
    }

    static SottoServer start(ServerConfig config, Provisions provisions) {
        try {
            return SottoServer.start(config, provisions)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw translate(e.getCause() == null ? e : e.getCause(), config);
        }
    }

    /** Returns the engines of speech that come along. */
    static Provisions.Speech speech(ServerConfig config) {
        ServerConfig.Voice voice = config.voice();
        Optional<MachineSpeech.Program> program = voice.command().isEmpty()
                ? Optional.empty()
                : Optional.of(new MachineSpeech.Program(voice.command(), voice.commandRate()));
        return () -> MachineSpeech.open(
                config.storage().directory(),
                voice.model(),
                new MachineSpeech.Voices(voice.web(), voice.telephone(), program, formats(config)),
                host());
    }

    private static MachineSpeech.Host host() {
        int processors = Runtime.getRuntime().availableProcessors();
        String name = processors + " x " + ProcessFigures.processor() + ", Java "
                + Runtime.version().feature();
        return new MachineSpeech.Host(name, processors, System::nanoTime);
    }

    /** Returns in which formats people listen. */
    private static List<AudioFormat> formats(ServerConfig config) {
        AudioFormat web = AudioFormat.linear(16_000);
        return config.listen().audiosocket().isPresent() ? List.of(web, AudioFormat.linear(8_000)) : List.of(web);
    }

    private static RuntimeException translate(Throwable cause, ServerConfig config) {
        if (cause instanceof NotStartedException failure) {
            return CommandException.wrongUse(lines(failure.problems()));
        }
        if (cause instanceof NoUsableBotException failure) {
            return CommandException.wrongUse(lines(failure.problems()));
        }
        if (cause instanceof BindException) {
            ServerConfig.Listen listen = config.listen();
            return CommandException.machine("listen.unavailable: cannot listen on " + listen.https() + " and "
                    + listen.management() + "; if another server has the port, choose one with --port, or any free"
                    + " one with --port 0");
        }
        if (cause instanceof EngineUnavailableException) {
            return CommandException.machine("engine.unavailable: the encoder does not load on this machine, and"
                    + " understanding.engine asks for it; with auto, pure Java understands in its place");
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code() + ": " + problem.describe())
                .toList();
    }
}

package dev.sotto.cli;

import dev.sotto.log.LogFormat;
import dev.sotto.log.LogLevel;
import dev.sotto.log.LogSetup;
import java.util.Optional;

/** Where the process begins. A server goes straight to its work; {@link Main} knows all other commands. */
public final class Start {

    private Start() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(Terminal.ofProcess(), args));
    }

    /** Runs one command and returns its exit code. */
    static int run(Terminal terminal, String... args) {
        Optional<ServeOptions> plain = ServeOptions.plain(args);
        if (plain.isPresent()) {
            return serve(terminal, plain.get());
        }
        // What a command has to say it says itself; a server begins its own log.
        LogSetup.start(LogFormat.HUMAN, LogLevel.ERROR);
        return Main.run(terminal, args);
    }

    private static int serve(Terminal terminal, ServeOptions options) {
        try {
            return new Serve(terminal).run(options);
        } catch (Exception e) {
            return Failures.tell(terminal, e);
        }
    }
}

package dev.sotto.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves bots; how its options may be written in all ways. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serve the bots, over HTTPS and WebSockets, until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final PortOption port = new PortOption();

    @Option(names = "--json", description = "Print one JSON object when people can be answered.")
    private boolean json;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Serve(terminal).run(options());
    }

    /** Returns what it was called with. */
    ServeOptions options() {
        return new ServeOptions(config.choice(port.port()), json);
    }
}

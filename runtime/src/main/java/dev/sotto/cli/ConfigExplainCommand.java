package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sotto.config.Explanation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows every setting and where its value came from. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Show the value of every setting and where it came from, without secrets.")
final class ConfigExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions options = new ConfigOptions();

    @Mixin
    private final PortOption port = new PortOption();

    @Option(names = "--json", description = "Print one JSON object a setting.")
    private boolean json;

    ConfigExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Explanation explanation = options.load(port.port()).explanation();
        if (json) {
            explanation.rows().forEach(this::print);
        } else {
            explanation.text().lines().forEach(terminal::print);
        }
        return ExitCode.DONE;
    }

    private void print(Explanation.Row row) {
        terminal.print(JsonNodeFactory.instance
                .objectNode()
                .put("key", row.key())
                .put("value", row.value())
                .put("source", row.source().kind())
                .put("where", row.source().toString()));
    }
}

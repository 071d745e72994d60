package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes an installed model. */
@Command(name = "remove", mixinStandardHelpOptions = true, description = "Remove a model that is installed.")
final class ModelsRemoveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The model.")
    private String name;

    @Mixin
    private final ModelsPlace place = new ModelsPlace();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ModelsRemoveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!place.store().remove(name)) {
            throw place.missing(name);
        }
        if (json) {
            terminal.print(JsonNodeFactory.instance.objectNode().put("removed", name));
        } else {
            terminal.print(name + " is removed.");
        }
        return ExitCode.DONE;
    }
}

package dev.sotto.cli;

import dev.sotto.speech.official.InstalledModel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the models that are installed. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the models that are installed.")
final class ModelsListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ModelsPlace place = new ModelsPlace();

    @Option(names = "--json", description = "Print one JSON object a model.")
    private boolean json;

    ModelsListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<InstalledModel> models = place.store().list();
        if (models.isEmpty()) {
            terminal.tell("No model is installed; bots are heard with the one that comes along.");
        }
        for (InstalledModel model : models) {
            if (json) {
                terminal.print(ModelLines.asJson(model));
            } else {
                terminal.print(ModelLines.describe(model));
            }
        }
        return ExitCode.DONE;
    }
}

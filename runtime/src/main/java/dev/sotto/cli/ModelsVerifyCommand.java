package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.official.ModelRefusedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks whether installed models are what was installed. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Read all files of a model, or of all, and tell whether they are what was installed.")
final class ModelsVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The model; all of them if none is named.")
    private @Nullable String name;

    @Mixin
    private final ModelsPlace place = new ModelsPlace();

    @Option(names = "--json", description = "Print one JSON object a model.")
    private boolean json;

    ModelsVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        int code = ExitCode.DONE;
        try {
            for (InstalledModel model : chosen()) {
                code = Math.max(code, verify(model));
            }
        } catch (ModelRefusedException e) {
            terminal.tell("sotto: " + e.getMessage());
            return ExitCode.FALLS_SHORT;
        }
        return code;
    }

    private List<InstalledModel> chosen() throws IOException {
        return name == null ? place.store().list() : List.of(place.find(name));
    }

    private int verify(InstalledModel model) throws IOException {
        ObjectNode line = ModelLines.asJson(model);
        int code = ExitCode.DONE;
        try {
            place.store().verify(model);
            line.put("sound", true);
        } catch (ModelRefusedException e) {
            line.put("sound", false).put("code", e.reason().code()).put("file", e.file());
            terminal.tell("sotto: " + model.description().name() + ": " + e.getMessage());
            code = ExitCode.FALLS_SHORT;
        }
        if (json) {
            terminal.print(line);
        } else if (code == ExitCode.DONE) {
            terminal.print(model.description().name() + ": as it was installed, " + model.hash());
        }
        return code;
    }
}

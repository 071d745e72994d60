package dev.sotto.cli;

import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.official.ModelRefusedException;
import dev.sotto.speech.official.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Installs a model. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Install a model of Vosk's from a zip file or a folder that you have.",
            "Every file is looked at first; a model is installed whole or not at all."
        })
final class ModelsInstallCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The zip file, or the folder.")
    private Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it, if not as the file is called.")
    private @Nullable String name;

    @Option(
            names = "--locale",
            paramLabel = "LOCALE",
            description = "The language that it hears, such as en-US, if its name does not tell.")
    private @Nullable String locale;

    @Option(
            names = "--licence",
            paramLabel = "LICENCE",
            description = "Its licence, such as Apache-2.0, if no file in it tells.")
    private @Nullable String licence;

    @Mixin
    private final ModelsPlace place = new ModelsPlace();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ModelsInstallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ModelStore.Said said = new ModelStore.Said(
                Optional.ofNullable(name),
                Optional.ofNullable(locale).map(Locale::forLanguageTag),
                Optional.ofNullable(licence));
        try {
            InstalledModel model = place.store().install(file, said);
            if (json) {
                terminal.print(ModelLines.asJson(model));
            } else {
                terminal.print(ModelLines.describe(model));
                terminal.tell("Try it with: ./sotto models test "
                        + model.description().name());
            }
            return ExitCode.DONE;
        } catch (ModelRefusedException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        }
    }
}

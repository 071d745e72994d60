package dev.sotto.cli;

import dev.sotto.speech.official.InstalledModel;
import dev.sotto.speech.official.ModelStore;
import dev.sotto.yaml.NearestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where models of speech are installed. */
final class ModelsPlace {

    @Option(
            names = "--storage",
            paramLabel = "DIR",
            description = "The server's storage.directory, if that is configured.")
    private Path storage = Installation.storage();

    ModelStore store() {
        return ModelStore.within(storage);
    }

    /** Returns a model by its name, or says which there are. */
    InstalledModel find(String name) throws IOException {
        return store().find(name).orElseThrow(() -> missing(name));
    }

    /** Says which models there are. */
    CommandException missing(String name) {
        List<String> names = names(store());
        String nearest = NearestName.of(name, names)
                .map(near -> "; did you mean " + near + "?")
                .orElse(names.isEmpty() ? "; none is" : "; there are " + String.join(", ", names));
        return CommandException.wrongUse("no model " + name + " is installed" + nearest);
    }

    private static List<String> names(ModelStore store) {
        try {
            return store.list().stream()
                    .map(model -> model.description().name())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

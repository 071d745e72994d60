package dev.sotto.speech.official;

import dev.sotto.speech.embedded.DamagedEarException;
import dev.sotto.storage.FileSeal;
import dev.sotto.storage.Folders;
import dev.sotto.storage.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Models with numbers in the place of words, made when they are first needed; most of their files are links. Safe for
 * several processes, for a folder appears whole or not at all.
 */
final class NumberedModels {

    /** Raised when older ones do not serve any more. */
    private static final String VERSION = "1-";

    /** Words for any word that a model does not know, in models that are in use. */
    private static final Set<String> UNKNOWN = Set.of("[unk]", "<unk>", "<UNK>");

    private NumberedModels() {}

    /**
     * Returns a model with numbers.
     *
     * @param manifest of the model, whose files are what it says
     */
    static NumberedModel of(Path directory, ModelFolder folder, ModelFacts facts, ModelManifest manifest)
            throws IOException {
        String id = VERSION + Sha256.of(folder.root() + "\n" + manifest.hash()).substring(0, 32);
        Path place = directory.resolve(id);
        try {
            return NumberedModel.read(place);
        } catch (DamagedEarException e) {
            return make(directory, place, folder, facts);
        }
    }

    private static NumberedModel make(Path directory, Path place, ModelFolder folder, ModelFacts facts)
            throws IOException {
        Files.createDirectories(directory);
        Path aside = Files.createTempDirectory(directory, "part-");
        try {
            Map<String, FileSeal> seals = new LinkedHashMap<>();
            for (String name : folder.files()) {
                Path target = aside.resolve(NumberedModel.MODEL).resolve(name);
                Files.createDirectories(target.getParent());
                put(folder, name, facts, target);
                seals.put(name, FileSeal.of(target));
            }
            new NumberedModel(aside, facts.rate(), unknown(facts.words()), seals).write();
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
        } finally {
            Folders.remove(aside);
        }
        return NumberedModel.read(place);
    }

    private static void put(ModelFolder folder, String name, ModelFacts facts, Path target) throws IOException {
        Layout layout = facts.layout();
        boolean graph = name.equals(layout.wholeGraph()) || name.equals(layout.wordGraph());
        if (name.equals(layout.words())) {
            WordNumbers.writeList(target, facts.words());
        } else if (graph && hasWords(folder, name)) {
            WordNumbers.writeGraph(folder.root(), name, target, facts.words());
        } else {
            try {
                Files.createSymbolicLink(target, folder.root().resolve(name));
            } catch (UnsupportedOperationException | FileSystemException e) {
                Files.copy(folder.root().resolve(name), target);
            }
        }
    }

    private static boolean hasWords(ModelFolder folder, String name) throws IOException {
        try (ModelFile file = ModelFile.open(folder.root(), name)) {
            GraphHeader header = GraphHeader.read(file);
            return header.hasInputSymbols() || header.hasOutputSymbols();
        }
    }

    private static List<Integer> unknown(SymbolTable words) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 1; i <= words.highest(); i++) {
            if (UNKNOWN.contains(words.words().get(i))) {
                numbers.add(i);
            }
        }
        return numbers;
    }
}

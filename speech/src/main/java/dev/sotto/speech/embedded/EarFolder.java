package dev.sotto.speech.embedded;

import dev.sotto.nlu.SlotTypeName;
import dev.sotto.speech.frontend.Band;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A folder of graphs: its list of files and its words, read. Immutable. */
final class EarFolder {

    private final Path path;
    private final EarManifest manifest;
    private final Map<String, List<String>> words;

    private EarFolder(Path path, EarManifest manifest, Map<String, List<String>> words) {
        this.path = path;
        this.manifest = manifest;
        this.words = Map.copyOf(words);
    }

    /** @throws DamagedEarException if there is none, one of another version, or one that is not what was written */
    static EarFolder read(Path path) {
        EarManifest manifest = EarManifest.read(path);
        Map<String, List<String>> words = new HashMap<>();
        manifest.parts().forEach((name, count) -> {
            EarPart part = new EarPart(path, name, count);
            manifest.check(path, part.wordsFile());
            try {
                words.put(name, Files.readAllLines(path.resolve(part.wordsFile())));
            } catch (IOException e) {
                throw new DamagedEarException("it lacks " + part.wordsFile());
            }
        });
        return new EarFolder(path, manifest, words);
    }

    Path path() {
        return path;
    }

    EarManifest manifest() {
        return manifest;
    }

    boolean hears(Band band) {
        return manifest.targets().containsKey(band);
    }

    boolean has(String name) {
        return manifest.parts().containsKey(name);
    }

    EarPart part(String name) {
        return new EarPart(path, name, Objects.requireNonNull(manifest.parts().get(name)));
    }

    /** Returns the part that hears answers of a type. */
    Optional<EarPart> answers(SlotTypeName type) {
        return Optional.ofNullable(manifest.types().get(type)).map(this::part);
    }

    List<String> words(String part) {
        return words.getOrDefault(part, List.of());
    }
}

package dev.sotto.speech.testing;

import dev.sotto.speech.embedded.CompiledEar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A model in the layout of Vosk's own, with a static graph, that hears what is said to the bot that sells tea. */
public final class TestModel {

    private TestModel() {}

    /** Writes it to a folder. */
    public static Path write(Path folder) throws IOException {
        CompiledEar ear = TestEars.tea();
        Path model = ear.folder().resolve("main/wide-clear");
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(model.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        List<String> words = Files.readAllLines(ear.folder().resolve("main/words.txt"));
        StringBuilder lines = new StringBuilder("<eps> 0\n");
        for (int i = 1; i < words.size(); i++) {
            lines.append(words.get(i - 1)).append(' ').append(i).append('\n');
        }
        lines.append("[unk] ").append(words.size()).append('\n');
        Files.writeString(folder.resolve("graph/words.txt"), lines);
        // Without the front end that it was made for it is unsure of much, and would think for long.
        Path options = folder.resolve("conf/model.conf");
        Files.writeString(
                options,
                Files.readString(options)
                        .replaceAll("--max-active=[0-9]+", "--max-active=300")
                        .replaceAll("--beam=[0-9]+", "--beam=9")
                        .replaceAll("--lattice-beam=[0-9]+", "--lattice-beam=1"));
        return folder;
    }
}

package dev.sotto.architecture.planted.loose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedFile {

    void write(Path path, String text) throws IOException {
        Files.writeString(path, text);
    }
}

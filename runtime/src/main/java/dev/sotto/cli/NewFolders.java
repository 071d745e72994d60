package dev.sotto.cli;

import dev.sotto.bot.BotName;
import dev.sotto.bot.exchange.Imported;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders that come to be all at once or not at all: they are written beside their place and moved there when nothing can
 * fail any more.
 */
final class NewFolders {

    private static final String REPORT = "import.txt";

    private final Path target;
    private final Path aside;

    private NewFolders(Path target, Path aside) {
        this.target = target;
        this.aside = aside;
    }

    /** Begins to write what is to be at a place where nothing is yet. */
    static NewFolders at(Path target) {
        Path whole = target.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        if (parent == null || !isFree(whole)) {
            throw CommandException.wrongUse(target + " is there and not empty; expected a new folder");
        }
        try {
            Files.createDirectories(parent);
            String name =
                    "." + whole.getFileName() + "-" + ProcessHandle.current().pid();
            return new NewFolders(whole, Files.createDirectory(parent.resolve(name)));
        } catch (IOException e) {
            throw CommandException.machine("cannot write to " + parent);
        }
    }

    /** Writes a bot that is to be at or below the place. */
    void add(Path place, BotName name, Imported bot, Optional<URI> hook) {
        Path folder = folder(place);
        try {
            for (Map.Entry<String, String> file : bot.files(name.value(), hook).entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            Files.writeString(folder.resolve(REPORT), Report.of(name.value(), bot) + System.lineSeparator());
        } catch (IOException e) {
            throw CommandException.machine("cannot write to " + folder);
        }
    }

    /** Returns where to write what is to be at or below the place. */
    Path folder(Path place) {
        Path folder = aside.resolve(target.relativize(place.toAbsolutePath().normalize()));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw CommandException.machine("cannot write to " + folder);
        }
    }

    /** Puts everything in its place. */
    void keep() {
        try {
            Files.deleteIfExists(target);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CommandException.machine("cannot write to " + target);
        }
    }

    private static boolean isFree(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sotto.bot.BotName;
import dev.sotto.bot.build.BotFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a bot to begin with. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Write a small bot with tests to begin with, and comments that explain it.")
final class NewCommand implements Callable<Integer> {

    private static final String STARTER = "starter/";
    private static final List<String> FILES =
            List.of(BotFormat.FILE, BotFormat.TESTS + "/rent.yaml", BotFormat.TESTS + "/shop.yaml");
    private static final String PLACEHOLDER = "bot: NAME";

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder that the bot gets; not there yet, or empty.")
    private Path folder;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BotName name =
                BotName.like(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        NewFolders folders = NewFolders.at(folder);
        write(folders.folder(folder), name);
        folders.keep();
        if (json) {
            terminal.print(JsonNodeFactory.instance
                    .objectNode()
                    .put("bot", name.value())
                    .put("folder", folder.toString()));
        } else {
            terminal.print(folder + ": the bot " + name + ", with tests. Now try");
            for (String command : List.of("check", "test", "chat")) {
                terminal.print("  ./sotto " + command + " " + folder);
            }
        }
        return ExitCode.DONE;
    }

    private static void write(Path place, BotName name) {
        try {
            for (String file : FILES) {
                Path written = place.resolve(file);
                Files.createDirectories(written.resolveSibling(""));
                Files.writeString(written, text(file).replace(PLACEHOLDER, "bot: " + name));
            }
        } catch (IOException e) {
            throw CommandException.machine("cannot write to " + place);
        }
    }

    private static String text(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(NewCommand.class.getResourceAsStream(STARTER + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

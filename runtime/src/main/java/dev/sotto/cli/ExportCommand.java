package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.bot.exchange.Exported;
import dev.sotto.bot.testing.BotCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an export of Amazon Lex of a bot. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write a bot as an export of Amazon Lex V2, and tell what of it was left.")
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private OneBot bot;

    @Option(names = "--lex", required = true, paramLabel = "FILE", description = "The zip archive to be written.")
    private Path file;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
        this.bot = new OneBot();
    }

    @Override
    public Integer call() {
        BotChoice choice = bot.choice();
        BotCheck check = BotCheck.of(choice.folder(), choice.shown());
        check.problems().forEach(problem -> terminal.tell(problem.describe()));
        if (check.bot().isEmpty()) {
            return ExitCode.FALLS_SHORT;
        }
        Exported export = Exported.of(check.written().orElseThrow().locales());
        write(export.zip());
        if (json) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            export.left().forEach(object.putArray("left")::add);
            terminal.print(object);
        } else {
            terminal.print(file + " is an export of " + choice.shown() + "."
                    + (export.left().isEmpty() ? "" : " Left out:"));
            export.left().forEach(line -> terminal.print("  " + line));
        }
        return ExitCode.DONE;
    }

    private void write(byte[] zip) {
        Path whole = file.toAbsolutePath().normalize();
        Path aside = whole.resolveSibling(
                "." + whole.getFileName() + "-" + ProcessHandle.current().pid());
        try {
            Files.write(aside, zip);
            Files.move(aside, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CommandException.machine("cannot write " + file);
        }
    }
}

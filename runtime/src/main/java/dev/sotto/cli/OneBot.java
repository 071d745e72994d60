package dev.sotto.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How commands that work on one bot are told which. */
final class OneBot {

    @Parameters(paramLabel = "BOT", description = "The bot's name, or the path of its folder.")
    private String bot;

    @Option(names = "--bots", paramLabel = "DIR", description = "The directory with a folder for each bot.")
    private Path directory = Installation.bots();

    /** Finds it. */
    BotChoice choice() {
        return BotChoice.of(bot, directory);
    }
}

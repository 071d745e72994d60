package dev.sotto.cli;

import dev.sotto.bot.testing.BotCheck;
import dev.sotto.bot.version.BotCompiler;
import dev.sotto.bot.version.Engines;
import dev.sotto.bot.version.ModelCache;
import dev.sotto.yaml.Problem;

/** What commands need that work on one bot: the engines of this installation and a compiler. */
final class Workbench implements AutoCloseable {

    private final Engines engines = Engines.installed(Installation.encoder(), Engines.Use.AS_ASKED);

    BotCompiler compiler() {
        return new BotCompiler(engines, new ModelCache(Installation.models()));
    }

    /** Returns a bot that nothing is wrong with, or refuses with all that is wrong. */
    static BotCheck sound(BotChoice bot) {
        BotCheck check = BotCheck.of(bot.folder(), bot.shown());
        if (!check.problems().isEmpty()) {
            throw CommandException.wrongUse(
                    check.problems().stream().map(Problem::describe).toList());
        }
        return check;
    }

    @Override
    public void close() {
        engines.close();
    }
}

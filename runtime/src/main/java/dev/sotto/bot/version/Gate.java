package dev.sotto.bot.version;

import dev.sotto.bot.build.BotFolder;
import dev.sotto.yaml.Problem;
import java.util.List;

/** Decides whether a version that was just built may serve. Blocking. */
@FunctionalInterface
public interface Gate {

    /** Lets every version serve. */
    Gate OPEN = (version, files) -> List.of();

    /**
     * Returns what speaks against a version; nothing if it may serve.
     *
     * @param files what it was built from
     */
    List<Problem> check(BotVersion version, BotFolder files);
}

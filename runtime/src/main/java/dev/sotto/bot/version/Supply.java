package dev.sotto.bot.version;

import dev.sotto.bot.BotName;
import dev.sotto.yaml.Problem;
import java.util.List;
import java.util.Map;

/** Decides what is served. Blocking; used by one thread at a time. */
interface Supply {

    /**
     * Returns what is to be served from now on, by the name that people ask for.
     *
     * @param contents what stands in the directory of bots
     * @param before what is served now; what is not in the result will be given back
     * @param found takes what is wrong
     */
    Map<BotName, Served> next(BotDirectory.Contents contents, Map<BotName, Served> before, List<Problem> found);
}

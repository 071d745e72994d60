package dev.sotto.access;

import dev.sotto.bot.BotName;
import java.util.Set;

/** Which bots a principal may talk to. */
public sealed interface BotGrant {

    /** Returns whether it covers a bot. */
    boolean covers(BotName bot);

    /** Every bot of the installation. */
    record Every() implements BotGrant {

        @Override
        public boolean covers(BotName bot) {
            return true;
        }
    }

    /** These and no others. */
    record Only(Set<BotName> bots) implements BotGrant {

        public Only {
            bots = Set.copyOf(bots);
        }

        @Override
        public boolean covers(BotName bot) {
            return bots.contains(bot);
        }
    }
}

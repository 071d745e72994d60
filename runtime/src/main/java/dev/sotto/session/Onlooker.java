package dev.sotto.session;

import dev.sotto.bot.Bot;
import dev.sotto.dialogue.Event;
import dev.sotto.dialogue.State;
import dev.sotto.dialogue.Step;

/**
 * Sees each step of each conversation, with all that was said, on the conversation's event loop and before anything
 * comes of it. For those who work on a bot at their own machine; a server has none.
 */
@FunctionalInterface
public interface Onlooker {

    /** Looks away. */
    Onlooker NONE = (bot, before, event, step) -> {};

    /** Sees a step. Must neither wait nor throw. */
    void saw(Bot bot, State before, Event event, Step step);
}

package dev.sotto.bot;

/** What happens to the conversation itself once an intent is done or the bot gives up. */
public sealed interface Ending {

    /** It goes on: the person may want something else. */
    record Continue() implements Ending {}

    /** It is handed to a person or a queue, and the bot is silent from then on. */
    record Transfer(String to) implements Ending {}

    /** It is over. */
    record Hangup() implements Ending {}
}

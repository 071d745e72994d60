package dev.sotto.bot;

/**
 * What the bot says outside any intent.
 *
 * @param greeting when the conversation starts; asks what it can do
 * @param again when it has done something and waits for the next wish
 * @param returning when it goes on with something that was left for something else
 * @param misunderstood when it did not understand, at most {@code repair} times in a row
 * @param givingUp before the repair's ending
 * @param refused when the person may not have what they asked for; says no more than that, whatever the reason
 * @param failed when something broke
 * @param help to who asks for help where there is no better one
 * @param cancelled when something was given up at the person's wish
 * @param pause while the person has the bot wait
 * @param goodbye when the person ends the conversation
 */
public record Wording(
        Message greeting,
        Message again,
        Message returning,
        Message misunderstood,
        Message givingUp,
        Message refused,
        Message failed,
        Message help,
        Message cancelled,
        Pause pause,
        Message goodbye) {}

package dev.sotto.hook;

import dev.sotto.lex.LexHookResponse;

/**
 * A hook in the server's own process, found by {@link java.util.ServiceLoader}. A bot calls it by {@code java:} and its
 * name. One object answers all calls, several at a time, each on a thread where it may block.
 */
public interface HookHandler {

    /** Returns the name that bots call it by: 1 to 64 of {@code a-z}, {@code 0-9} and inner hyphens. */
    String name();

    /**
     * Answers a call, as Lex V2's Lambda response would. What it throws fails the call and is told to nobody, for its
     * message might quote what a person said. What comes after the hook's time-out is dropped.
     */
    LexHookResponse handle(HookRequest request) throws Exception;
}

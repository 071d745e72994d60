package dev.sotto.hook;

import dev.sotto.lex.LexBot;
import dev.sotto.lex.LexHookEvent;

/**
 * What a handler is told: Lex V2's Lambda event.
 *
 * @param id of the call; unique, for a handler that must not do a thing twice
 */
public record HookRequest(String id, LexBot bot, LexHookEvent event) {}

package dev.sotto.dialogue;

import dev.sotto.bot.Hook;
import dev.sotto.lex.LexHookEvent;
import dev.sotto.nlu.IntentName;
import dev.sotto.turn.HookId;

/**
 * A call that the dialogue wants made.
 *
 * @param id unique in the session, and together with its id the idempotency key
 * @param intent whose hook it is, for metrics
 * @param hook where and how long
 * @param event what the hook is told
 */
public record HookCall(HookId id, IntentName intent, Hook hook, LexHookEvent event) {}

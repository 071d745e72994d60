package dev.sotto.session;

import dev.sotto.bot.Bot;
import dev.sotto.dialogue.HookCall;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.SessionId;
import io.vertx.core.Future;

/** Calls a hook for a session. */
@FunctionalInterface
public interface HookCaller {

    /** Calls a hook. The future succeeds with what came of it, be it a failure, within the hook's time-out. */
    Future<HookAnswer> call(SessionId session, Bot bot, HookCall call);
}

package dev.sotto.session;

import dev.sotto.dialogue.HookCall;
import dev.sotto.fulfilment.HookOrigin;
import dev.sotto.turn.HookAnswer;
import io.vertx.core.Future;

/** Calls a hook for a session. */
@FunctionalInterface
public interface HookCaller {

    /** Calls a hook. The future succeeds with what came of it, be it a failure, within the hook's time-out. */
    Future<HookAnswer> call(HookOrigin origin, HookCall call);
}

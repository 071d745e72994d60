package dev.sotto.testing;

import dev.sotto.dialogue.HookCall;
import dev.sotto.fulfilment.HookOrigin;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.IntentState;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookIntent;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.nlu.IntentName;
import dev.sotto.session.HookCaller;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookId;
import dev.sotto.turn.SessionId;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hooks that answer when a test tells them to. Confined to the thread of the test. */
public final class ScriptedHooks implements HookCaller {

    /** A call that a test can answer. */
    public record Pending(SessionId session, HookCall call, Promise<HookAnswer> promise) {

        /** Answers that all is done. */
        public void fulfil() {
            LexHookIntent done =
                    new LexHookIntent(call.intent(), Map.of(), Optional.of(IntentState.FULFILLED), Optional.empty());
            promise.complete(new HookAnswer.Answered(new LexHookResponse(
                    LexDialogAction.of(DialogActionType.CLOSE),
                    Optional.of(done),
                    Optional.empty(),
                    Optional.empty(),
                    List.of())));
        }

        /** Answers about an intent that may not be of the bot. */
        public void answerForIntent(String intent) {
            promise.complete(new HookAnswer.Answered(new LexHookResponse(
                    LexDialogAction.of(DialogActionType.CLOSE),
                    Optional.of(LexHookIntent.named(new IntentName(intent))),
                    Optional.empty(),
                    Optional.empty(),
                    List.of())));
        }

        /** Fails. */
        public void fail(HookAnswer.Failure failure) {
            promise.complete(new HookAnswer.Failed(failure));
        }

        /** Returns which call it is. */
        public HookId id() {
            return call.id();
        }
    }

    private final List<Pending> calls = new ArrayList<>();

    @Override
    public Future<HookAnswer> call(HookOrigin origin, HookCall call) {
        Pending pending = new Pending(origin.session(), call, Promise.promise());
        calls.add(pending);
        return pending.promise().future();
    }

    /** Returns all calls so far, in order. */
    public List<Pending> calls() {
        return List.copyOf(calls);
    }

    /** Forgets all calls so far. */
    public void forget() {
        calls.clear();
    }

    /** Returns the latest call. */
    public Pending latest() {
        return calls.get(calls.size() - 1);
    }
}

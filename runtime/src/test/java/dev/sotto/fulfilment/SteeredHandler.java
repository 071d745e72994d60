package dev.sotto.fulfilment;

import dev.sotto.hook.HookHandler;
import dev.sotto.hook.HookRequest;
import dev.sotto.lex.LexHookResponse;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/** A handler that does what the test under way wants. */
public final class SteeredHandler implements HookHandler {

    static final AtomicReference<Callable<LexHookResponse>> NEXT = new AtomicReference<>(() -> {
        throw new IllegalStateException("no test has said what to do");
    });

    @Override
    public String name() {
        return "steered";
    }

    @Override
    public LexHookResponse handle(HookRequest request) throws Exception {
        return Objects.requireNonNull(NEXT.get()).call();
    }
}

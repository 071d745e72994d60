package dev.sotto.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.bot.Hook;
import dev.sotto.config.LimitsConfig;
import dev.sotto.config.ServerConfig;
import dev.sotto.dialogue.HookCall;
import dev.sotto.lex.DialogActionType;
import dev.sotto.lex.LexDialogAction;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.LexMessage;
import dev.sotto.metrics.Metrics;
import dev.sotto.nlu.IntentName;
import dev.sotto.sensitive.Saying;
import dev.sotto.testing.CapturedLog;
import dev.sotto.testing.FakeTimers;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.HookId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hooks in this process, found as those who embed Sotto have theirs found. */
final class HandlersTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final long PATIENCE_S = 20;
    private static final String CANARY = "canary-9917";

    private final FakeTimers timers = new FakeTimers();
    private final CountDownLatch release = new CountDownLatch(1);
    private Vertx vertx;
    private Hooks hooks;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
        ServerConfig.Hooks none =
                new ServerConfig.Hooks(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        hooks = new Hooks(vertx, none, new LimitsConfig.Hooks(64, 3, TIMEOUT, 1), timers, new Metrics(), event -> {});
    }

    @AfterEach
    void close() {
        release.countDown();
        Waiting.on(hooks.close());
        Waiting.on(vertx.close());
    }

    @Test
    void callsAHandlerByItsNameAndTakesItsAnswer() {
        assertThat(Waiting.on(call("java:greeting"))).isInstanceOfSatisfying(HookAnswer.Answered.class, answered -> {
            assertThat(answered.response().dialogAction().type()).isEqualTo(DialogActionType.CLOSE);
            assertThat(answered.response().messages()).containsExactly(new LexMessage(new Saying("Good day.")));
        });
    }

    @Test
    void neverRunsAHandlerOnAnEventLoop() {
        AtomicBoolean onLoop = new AtomicBoolean(true);
        SteeredHandler.NEXT.set(() -> {
            onLoop.set(Context.isOnEventLoopThread());
            return answer(1);
        });

        assertThat(Waiting.on(call("java:steered"))).isInstanceOf(HookAnswer.Answered.class);
        assertThat(onLoop).isFalse();
    }

    @Test
    void callsNoHandlerThatIsNotThere() {
        assertThat(Waiting.on(call("java:nobody"))).isEqualTo(new HookAnswer.Failed(HookAnswer.Failure.FORBIDDEN));
    }

    @Test
    void saysNothingOfWhatAHandlerThrows() {
        SteeredHandler.NEXT.set(() -> {
            throw new IllegalStateException(CANARY);
        });
        try (CapturedLog log = new CapturedLog()) {
            assertThat(Waiting.on(call("java:steered")))
                    .isEqualTo(new HookAnswer.Failed(HookAnswer.Failure.UNAVAILABLE));
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("hook.handler_failed"))
                    .noneMatch(line -> line.contains(CANARY));
        }
    }

    @Test
    void holdsAHandlerToLexsRules() {
        SteeredHandler.NEXT.set(() -> answer(11));
        assertThat(Waiting.on(call("java:steered"))).isEqualTo(new HookAnswer.Failed(HookAnswer.Failure.MALFORMED));

        SteeredHandler.NEXT.set(() -> answer(0));
        assertThat(Waiting.on(call("java:steered"))).isEqualTo(new HookAnswer.Failed(HookAnswer.Failure.MALFORMED));
    }

    @Test
    void givesUpOnAHandlerThatTakesTooLong() throws InterruptedException {
        CountDownLatch begun = hanging(1);
        Future<HookAnswer> slow = call("java:steered");
        assertThat(begun.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();

        timers.advance(TIMEOUT);

        assertThat(Waiting.on(slow)).isEqualTo(new HookAnswer.Failed(HookAnswer.Failure.TIMEOUT));
    }

    @Test
    void letsNoMoreCallsWaitThanItsBound() throws InterruptedException {
        CountDownLatch begun = hanging(8);
        List<Future<HookAnswer>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(call("java:steered"));
        }
        assertThat(begun.await(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        Future<HookAnswer> waiting = call("java:greeting");
        HookAnswer refused = Waiting.on(call("java:greeting"));

        assertThat(refused).isEqualTo(new HookAnswer.Failed(HookAnswer.Failure.BUSY));
        release.countDown();
        running.forEach(one -> assertThat(Waiting.on(one)).isInstanceOf(HookAnswer.Answered.class));
        assertThat(Waiting.on(waiting)).isInstanceOf(HookAnswer.Answered.class);
    }

    /** Lets the handler hang, and tells when so many of its calls have begun. */
    private CountDownLatch hanging(int calls) {
        CountDownLatch begun = new CountDownLatch(calls);
        SteeredHandler.NEXT.set(() -> {
            begun.countDown();
            release.await();
            return answer(1);
        });
        return begun;
    }

    private static LexHookResponse answer(int messages) {
        return new LexHookResponse(
                LexDialogAction.of(DialogActionType.ELICIT_INTENT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Collections.nCopies(messages, new LexMessage(new Saying("What else?"))));
    }

    private Future<HookAnswer> call(String url) {
        Hook hook = new Hook(URI.create(url), TIMEOUT, Optional.empty(), Hook.Transcript.WITHHELD);
        return hooks.call(
                HooksTest.ORIGIN,
                new HookCall(new HookId(1, 1), new IntentName("pay"), hook, HooksTest.event("words", 1)));
    }
}

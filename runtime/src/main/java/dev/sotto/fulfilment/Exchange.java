package dev.sotto.fulfilment;

import dev.sotto.dialogue.HookCall;
import dev.sotto.lex.LexHookJson;
import dev.sotto.lex.LexHookResponse;
import dev.sotto.lex.MalformedAnswerException;
import dev.sotto.time.Timers;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One call with its second attempt. Confined to one context.
 *
 * <p>A second attempt is made at once when the first one failed in a way that may pass, and else when half of the time is
 * over without an answer; the first one is still listened to then, so a slow hook has all of its time. The first answer
 * counts. Both attempts carry the same id.
 */
final class Exchange {

    private static final int MAX_ATTEMPTS = 2;

    private final Context context;
    private final Timers timers;
    private final HookHttp http;
    private final Signature signature;
    private final HookCall call;
    private final String id;
    private final byte[] body;
    private final Buffer sent;
    private final Consumer<String> retried;
    private final Promise<LexHookResponse> done = Promise.promise();
    private final List<HttpClientRequest> requests = new ArrayList<>();
    private final List<Timers.Alarm> alarms = new ArrayList<>();
    private int attempts;
    private int running;
    private boolean over;

    /**
     * @param body the event; wiped when the exchange is over
     * @param retried is told the code of why there is a second attempt
     */
    Exchange(
            Context context,
            Timers timers,
            HookHttp http,
            Signature signature,
            HookCall call,
            String id,
            byte[] body,
            Consumer<String> retried) {
        this.context = context;
        this.timers = timers;
        this.http = http;
        this.signature = signature;
        this.call = call;
        this.id = id;
        this.body = body;
        this.sent = Buffer.buffer(body);
        this.retried = retried;
    }

    /**
     * Starts the clock, and only then the look-up, whose time counts. The future fails with {@link CallFailedException}.
     */
    Future<LexHookResponse> begin(Supplier<Future<Destination>> lookUp) {
        Duration time = call.hook().timeout();
        alarm(time, () -> fail(new CallFailedException(Trouble.TIMEOUT)));
        lookUp.get()
                .onComplete(
                        destination -> {
                            alarm(time.dividedBy(2), () -> again(destination, Trouble.TIMEOUT.code));
                            attempt(destination);
                        },
                        fault -> fail(failure(fault)));
        return done.future();
    }

    private void again(Destination destination, String code) {
        if (!over && attempts < MAX_ATTEMPTS) {
            retried.accept(code);
            attempt(destination);
        }
    }

    private void attempt(Destination destination) {
        if (over) {
            return;
        }
        attempts++;
        running++;
        http.post(destination, attempts, headers(), sent, call.hook().timeout(), this::started)
                .onComplete(answer -> answered(answer), fault -> failed(destination, failure(fault)));
    }

    private Map<String, String> headers() {
        long time = timers.now().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        headers.put("Sotto-Time", Long.toString(time));
        headers.put("Sotto-Id", id);
        headers.put("Sotto-Signature", signature.of(time, id, body));
        return headers;
    }

    private void started(HttpClientRequest request) {
        if (over) {
            HookHttp.breakOff(request);
        } else {
            requests.add(request);
        }
    }

    private void answered(byte[] answer) {
        running--;
        try {
            if (!over) {
                LexHookResponse response = LexHookJson.read(answer);
                end();
                done.complete(response);
            }
        } catch (MalformedAnswerException e) {
            fail(new CallFailedException(Trouble.ANSWER, e.flaw().code()));
        } finally {
            Wiping.wipe(answer);
        }
    }

    private void failed(Destination destination, CallFailedException failure) {
        running--;
        if (over) {
            return;
        }
        if (failure.trouble().mayPass() && attempts < MAX_ATTEMPTS) {
            again(destination, failure.code());
        } else if (running == 0 || !failure.trouble().mayPass()) {
            fail(failure);
        }
    }

    private void fail(CallFailedException failure) {
        if (!over) {
            end();
            done.fail(failure);
        }
    }

    private void end() {
        over = true;
        alarms.forEach(Timers.Alarm::cancel);
        requests.forEach(HookHttp::breakOff);
        Wiping.wipe(body);
        Wiping.wipe(sent);
    }

    private void alarm(Duration delay, Runnable task) {
        if (!over) {
            alarms.add(timers.after(delay, () -> context.runOnContext(go -> task.run())));
        }
    }

    private static CallFailedException failure(Throwable fault) {
        return fault instanceof CallFailedException known ? known : new CallFailedException(Trouble.CONNECTION);
    }
}

package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.access.Limiter;
import dev.sotto.access.Principal;
import dev.sotto.access.RateLimits;
import dev.sotto.audit.Pseudonyms;
import dev.sotto.bot.Bot;
import dev.sotto.bot.version.FixedBots;
import dev.sotto.engine.EngineAdapter;
import dev.sotto.engine.EngineSettings;
import dev.sotto.metrics.Metrics;
import dev.sotto.refusal.Refusal;
import dev.sotto.retention.Nothing;
import dev.sotto.testing.RecordedAudit;
import dev.sotto.testing.SampleBot;
import dev.sotto.testing.ScriptedHooks;
import dev.sotto.testing.WordInterpreter;
import dev.sotto.time.Timers;
import dev.sotto.time.VertxTimers;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same sessions on real event loops, with many clients at once. */
class SessionsOnVertxTest {

    private static final int CLIENTS = 60;
    private static final int TURNS = 10;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(4));
    private final Timers timers = new VertxTimers(vertx);
    private final Metrics metrics = new Metrics();
    private final EngineAdapter nlu =
            new EngineAdapter(EngineSettings.nlu(2, CLIENTS, Duration.ofSeconds(30)), timers, metrics);
    private final Bot bot = SampleBot.bot();
    private final FixedBots bots = new FixedBots();
    private final RecordedAudit audit = new RecordedAudit();
    private final Sessions sessions = sessions();

    @AfterEach
    void close() throws Exception {
        await(sessions.drain(Duration.ofSeconds(10)));
        assertThat(nlu.close(Duration.ofSeconds(10))).isTrue();
        await(vertx.close());
    }

    @Test
    void serveManyClientsEachOnItsOwnEventLoopAndInOrder() throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client());
        }
        List<Future<?>> conversations = new ArrayList<>();
        clients.forEach(client -> conversations.add(client.converse()));
        await(Future.all(conversations));

        for (Client client : clients) {
            assertThat(client.strangeContexts).hasValue(0);
            assertThat(client.threads).hasSize(1);
            assertThat(client.turns).isEqualTo(TURNS + 1);
            assertThat(client.last).isEqualTo(2 + 3 * TURNS);
        }
        assertThat(clients.stream().flatMap(client -> client.threads.stream()).distinct())
                .hasSizeGreaterThan(1);
        assertThat(sessions.size()).isEqualTo(CLIENTS);
    }

    private Sessions sessions() {
        bots.serve(bot, new WordInterpreter(bot));
        return new Sessions(
                new Surroundings(
                        bots::resolve,
                        nlu,
                        new ScriptedHooks(),
                        new Nothing(),
                        new RateLimits(
                                Map.of(Limiter.INPUTS_BY_SESSION, new Limiter.Budget(1000, 1000)),
                                RateLimits.MAX_BUCKETS,
                                timers,
                                audit,
                                metrics),
                        audit,
                        new Pseudonyms(new SecureRandom()),
                        metrics,
                        timers,
                        new EventLoops(vertx),
                        Onlooker.NONE),
                new SessionLimits(CLIENTS, Duration.ofMinutes(5), Duration.ofHours(1), 8, 64));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    /** A client with a context of its own, that types the next line when the last turn is done. */
    private final class Client implements Outlet {

        final Set<String> threads = ConcurrentHashMap.newKeySet();
        final AtomicInteger strangeContexts = new AtomicInteger();
        int turns;
        long last;

        private final Promise<Void> finished = Promise.promise();
        private final Promise<Attachment> attached = Promise.promise();

        Future<Void> converse() {
            // Each new thread that comes to Vert.x gets a context on the next event loop.
            new Thread(() -> vertx.runOnContext(ignored -> open())).start();
            return finished.future();
        }

        private void open() {
            Context own = vertx.getOrCreateContext();
            sessions.open(World.opening(Principal.anonymous()), this).onComplete(opened -> {
                if (Vertx.currentContext() != own) {
                    strangeContexts.incrementAndGet();
                }
                attached.handle(opened);
            });
        }

        @Override
        public void admitted(Admission admission) {
            threads.add(Thread.currentThread().getName());
        }

        @Override
        public void deliver(Envelope<Output> output) {
            threads.add(Thread.currentThread().getName());
            last = output.sequence() == last + 1 ? output.sequence() : Long.MIN_VALUE;
            if (output.body() instanceof Output.Done) {
                turns++;
                if (turns > TURNS) {
                    finished.complete();
                } else {
                    long next = turns;
                    attached.future().onSuccess(attachment -> attachment.submit(next, World.said("hours")));
                }
            }
        }

        @Override
        public void refused(Refusal refusal, OptionalLong cause) {
            finished.tryFail("refused as " + refusal.code());
        }

        @Override
        public void replaced() {
            finished.tryFail("replaced");
        }

        @Override
        public void over(EndReason reason) {
            finished.tryFail("over");
        }
    }
}

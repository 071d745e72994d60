package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.refusal.Refusal;
import dev.sotto.sensitive.Secret;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.HookAnswer;
import dev.sotto.turn.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client that keeps to the protocol, over a line that drops at random places in both directions, sees every output
 * once and in order, and has every input taken once and in order.
 */
class ReplayPropertyTest {

    private static final List<String> WORDS = List.of("hours", "pay", "anna", "bob", "salary", "nonsense", "yes");
    private static final int INPUTS = 25;

    @ParameterizedTest
    @MethodSource("seeds")
    void losesAndDoublesNothing(long seed) {
        try (World world = new World(
                new SessionLimits(3, World.LIMITS.idle(), World.LIMITS.lifetime(), World.LIMITS.mailbox(), 1000))) {
            Client client = new Client(world, new Random(seed));
            client.converse();

            assertThat(client.seen)
                    .isEqualTo(LongStream.rangeClosed(1, client.seen.size())
                            .boxed()
                            .toList());
            assertThat(client.caused).isSorted();
            assertThat(client.caused.stream().filter(cause -> cause > 0).distinct())
                    .hasSize(INPUTS);
            assertThat(client.done).isEqualTo(INPUTS + 1);
            assertThat(client.drops).isPositive();
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** The client's end: what it has sent and seen survives its connections. */
    private static final class Client {

        final List<Long> seen = new ArrayList<>();
        final List<Long> caused = new ArrayList<>();
        long done;
        int drops;

        private final World world;
        private final Random random;
        private final List<String> script = new ArrayList<>();
        private Line line;
        private Attachment attachment;
        private long sent;

        Client(World world, Random random) {
            this.world = world;
            this.random = random;
            for (int i = 0; i < INPUTS; i++) {
                script.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            this.line = new Line();
            this.attachment = world.open(line);
        }

        void converse() {
            while (done < INPUTS + 1) {
                act();
                world.loop.run();
                answerHooks();
                if (line.isCut()) {
                    drops++;
                    reconnect();
                }
            }
        }

        private void act() {
            switch (random.nextInt(6)) {
                case 0 -> line.cutAfter(random.nextInt(3));
                case 1 -> attachment.acknowledge(seen.size());
                case 2 -> send(1 + random.nextInt(3));
                default -> {
                    send(1);
                    long before = done;
                    world.loop.runUntil(
                            () -> done > before || sent == 0 || line.isCut() || hasPendingHook() || isIdle());
                }
            }
        }

        private boolean isIdle() {
            return done == sent + 1;
        }

        private void send(int count) {
            for (int i = 0; i < count && sent < INPUTS; i++) {
                sent++;
                // Sometimes an input is lost with the line that carried it.
                if (random.nextInt(8) == 0) {
                    line.cutAfter(0);
                    return;
                }
                attachment.submit(sent, World.said(script.get((int) sent - 1)));
            }
        }

        private boolean hasPendingHook() {
            return world.hooks.calls().stream()
                    .anyMatch(call -> !call.promise().future().isComplete());
        }

        private void answerHooks() {
            for (var call : world.hooks.calls()) {
                if (!call.promise().future().isComplete() && random.nextInt(3) > 0) {
                    if (random.nextBoolean()) {
                        call.fulfil();
                    } else {
                        call.fail(HookAnswer.Failure.UNAVAILABLE);
                    }
                }
            }
            world.loop.run();
        }

        private void reconnect() {
            if (random.nextBoolean()) {
                attachment.detach();
            }
            Line before = line;
            before.cutAfter(0);
            line = new Line();
            if (random.nextInt(3) == 0) {
                line.cutAfter(random.nextInt(2));
            }
            attachment = world.get(world.sessions.attach(
                    attachment.session(), Objects.requireNonNull(before.newestKey), seen.size(), line));
            if (line.newestKey == null) {
                line.newestKey = before.newestKey;
            } else {
                sent = line.received;
            }
        }

        /** One connection; once cut, nothing more gets through. */
        private final class Line extends RecordedOutlet {

            @Nullable Secret newestKey;

            long received;
            private int left = Integer.MAX_VALUE;
            private boolean cut;

            void cutAfter(int outputs) {
                left = Math.min(left, outputs);
                cut = true;
            }

            boolean isCut() {
                return cut;
            }

            @Override
            public void admitted(Admission admission) {
                super.admitted(admission);
                if (left > 0) {
                    newestKey = admission.key();
                    received = admission.received();
                }
            }

            @Override
            public void deliver(Envelope<Output> output) {
                super.deliver(output);
                if (left > 0) {
                    left--;
                    seen.add(output.sequence());
                    caused.add(output.cause());
                    done += output.body() instanceof Output.Done ? 1 : 0;
                }
            }

            @Override
            public void refused(Refusal refusal, OptionalLong cause) {
                // The mailbox was full, or understanding busy: the input is sent again after the next connection.
                super.refused(refusal, cause);
                cutAfter(0);
            }
        }
    }
}

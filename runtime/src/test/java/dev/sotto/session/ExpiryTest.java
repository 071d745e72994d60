package dev.sotto.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.audit.AuditEvent;
import dev.sotto.refusal.RefusalCode;
import dev.sotto.turn.EndReason;
import dev.sotto.turn.Envelope;
import dev.sotto.turn.Output;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final World world = new World();
    private final RecordedOutlet outlet = new RecordedOutlet();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void endsASessionThatWasIdleForFiveMinutes() {
        Attachment attachment = world.open(outlet);
        world.advance(World.LIMITS.idle().minus(SECOND));
        assertThat(outlet.over).isEmpty();
        world.advance(SECOND);

        assertThat(outlet.over).contains(EndReason.EXPIRED);
        assertThat(last(outlet).body()).isEqualTo(new Output.End(EndReason.EXPIRED));
        assertThat(world.audit.of(AuditEvent.SessionExpired.class))
                .containsExactly(new AuditEvent.SessionExpired(attachment.session(), AuditEvent.Deadline.IDLE));
    }

    @Test
    void beginsToCountAnewWithEachInput() {
        Attachment attachment = world.open(outlet);
        for (int i = 1; i <= 5; i++) {
            world.advance(World.LIMITS.idle().minus(SECOND));
            world.say(attachment, outlet, i, "hours");
        }
        world.advance(World.LIMITS.idle().minus(SECOND));
        assertThat(outlet.over).isEmpty();
        world.advance(SECOND);

        assertThat(outlet.over).contains(EndReason.EXPIRED);
    }

    @Test
    void doesNotTakeAnAcknowledgementForALifeSign() {
        Attachment attachment = world.open(outlet);
        world.advance(World.LIMITS.idle().minus(SECOND));
        attachment.acknowledge(2);
        world.loop.run();
        world.advance(SECOND);

        assertThat(outlet.over).contains(EndReason.EXPIRED);
    }

    @Test
    void endsASessionAfterItsLifetimeHoweverBusy() {
        Attachment attachment = world.open(outlet);
        for (int i = 1; i <= 14; i++) {
            world.advance(Duration.ofMinutes(4));
            world.say(attachment, outlet, i, "hours");
        }
        world.advance(Duration.ofMinutes(4).minus(SECOND));
        assertThat(outlet.over).isEmpty();
        world.advance(SECOND);

        assertThat(outlet.over).contains(EndReason.EXPIRED);
        assertThat(world.audit.of(AuditEvent.SessionExpired.class))
                .extracting(AuditEvent.SessionExpired::deadline)
                .containsExactly(AuditEvent.Deadline.LIFETIME);
    }

    @Test
    void endsASessionThatNobodyCameBackTo() {
        Attachment attachment = world.open(outlet);
        attachment.detach();
        world.advance(World.LIMITS.idle());

        assertThat(world.sessions.size()).isZero();
        assertThat(world.refusal(world.sessions.attach(
                        attachment.session(), outlet.admission().key(), 0, new RecordedOutlet())))
                .isEqualTo(RefusalCode.SESSION_UNKNOWN);
    }

    @Test
    void givesTheVersionOfTheBotBack() {
        world.open(outlet);
        world.bots.serve(world.bot, world.interpreter);
        assertThat(world.interpreter.closed).hasValue(0);
        world.advance(World.LIMITS.idle());

        assertThat(world.interpreter.closed).hasValue(1);
    }

    @Test
    void wipesWhatWasSaidThoughTheConnectionIsStillHeld() {
        Attachment attachment = world.open(outlet);
        world.say(attachment, outlet, 1, "pay");
        WeakReference<String> canary = sayCanary(attachment);
        world.hooks.latest().fulfil();
        world.loop.run();
        forgetInTheTest();
        assertThat(isReachable(canary)).as("held while the session lives").isTrue();

        world.advance(World.LIMITS.idle());

        outlet.outputs.clear();
        world.offered.clear();
        assertThat(isReachable(canary)).as("held after the session expired").isFalse();
        assertThat(attachment.session()).isNotNull();
    }

    @Test
    void wipesAfterEachTurnWhenTheIdleTimeIsZero() {
        try (World forgetful = forgetful()) {
            Attachment attachment = forgetful.open(outlet);
            forgetful.say(attachment, outlet, 1, "pay");
            forgetful.say(attachment, outlet, 2, "anna");

            assertThat(outlet.said())
                    .containsExactly("Hello.", "Who?", outlet.said().get(2));
            assertThat(forgetful.hooks.calls()).isEmpty();
        }
    }

    @Test
    void keepsNothingToReplayWhenTheIdleTimeIsZero() {
        try (World forgetful = forgetful()) {
            Attachment attachment = forgetful.open(outlet);
            forgetful.say(attachment, outlet, 1, "hours");

            assertThat(forgetful.refusal(forgetful.sessions.attach(
                            attachment.session(), outlet.admission().key(), 4, new RecordedOutlet())))
                    .isEqualTo(RefusalCode.SESSION_UNKNOWN);
        }
    }

    @Test
    void neverMeansNoLimitWhenTheIdleTimeIsZero() {
        try (World forgetful = forgetful()) {
            forgetful.open(outlet);
            forgetful.advance(World.LIMITS.lifetime());

            assertThat(outlet.over).contains(EndReason.EXPIRED);
        }
    }

    @Test
    void endsWithTheConnectionWhenTheIdleTimeIsZero() {
        try (World forgetful = forgetful()) {
            forgetful.open(outlet).detach();
            forgetful.loop.run();

            assertThat(forgetful.sessions.size()).isZero();
        }
    }

    @Test
    void goesOnNumberingWhenTheIdleTimeIsZeroSoThatNoTwoHooksShareAnId() {
        try (World forgetful = forgetful()) {
            Attachment attachment = forgetful.open(outlet);
            forgetful.say(attachment, outlet, 1, "hours");
            forgetful.say(attachment, outlet, 2, "hours");

            assertThat(outlet.outputs).extracting(Envelope::turn).containsExactly(0L, 0L, 1L, 1L, 1L, 2L, 2L, 2L);
            assertThat(outlet.sequences()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        }
    }

    private static World forgetful() {
        return new World(new SessionLimits(3, Duration.ZERO, World.LIMITS.lifetime(), 8, 16));
    }

    /** Says something that nobody else holds, and stays with nothing but a weak reference to it. */
    private WeakReference<String> sayCanary(Attachment attachment) {
        String canary = new String(new char[] {'a', 'n', 'n', 'a'});
        attachment.submit(2, World.said(canary));
        world.loop.runUntil(() -> world.hooks.calls().size() == 1);
        return new WeakReference<>(canary);
    }

    private void forgetInTheTest() {
        outlet.outputs.clear();
        world.offered.clear();
        world.hooks.forget();
    }

    private static boolean isReachable(WeakReference<?> reference) {
        for (int i = 0; i < 10 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() != null;
    }

    private static Envelope<Output> last(RecordedOutlet outlet) {
        return outlet.outputs.get(outlet.outputs.size() - 1);
    }
}

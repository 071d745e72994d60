package dev.sotto.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sotto.testing.CapturedLog;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;

/** What a library logs never comes out in its own words, whatever way it takes and however much is switched on. */
class ThirdPartyLogTest {

    private static final String CANARY = "quokka-marmalade-7731";

    @ParameterizedTest
    @EnumSource(Level.class)
    void dropsMessageArgumentsMarkersAndContextAtEveryLevel(Level level) {
        for (LogFormat format : LogFormat.values()) {
            try (CapturedLog captured = new CapturedLog(format);
                    MDC.MDCCloseable context = MDC.putCloseable("said", CANARY)) {
                LoggerFactory.getLogger("com.example.Library")
                        .atLevel(level)
                        .addMarker(MarkerFactory.getDetachedMarker(CANARY))
                        .addKeyValue("input", CANARY)
                        .addArgument(CANARY)
                        .setCause(new IllegalArgumentException(CANARY))
                        .log("cannot parse {} " + CANARY);

                assertThat(context).isNotNull();
                assertThat(captured.text())
                        .contains("com.example.Library")
                        .contains("IllegalArgumentException")
                        .doesNotContain(CANARY);
            }
        }
    }

    @Test
    void dropsWhatNettySays() {
        try (CapturedLog captured = new CapturedLog()) {
            InternalLogger netty = InternalLoggerFactory.getInstance("io.netty.handler.codec.http.Canary");

            netty.warn("could not decode {}", CANARY, new IllegalStateException(CANARY));

            assertThat(captured.text())
                    .contains("io.netty.handler.codec.http.Canary")
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void dropsTheMessageOfAnExceptionThatEscapesIntoVertx() throws Exception {
        Vertx vertx = Vertx.vertx();
        CountDownLatch after = new CountDownLatch(1);
        try (CapturedLog captured = new CapturedLog()) {
            vertx.runOnContext(first -> {
                vertx.runOnContext(second -> after.countDown());
                throw new IllegalStateException(CANARY);
            });

            assertThat(after.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(captured.text())
                    .contains("\"logger\":\"io.vertx.core.")
                    .contains("java.lang.IllegalStateException")
                    .doesNotContain(CANARY);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void dropsWhatComesThroughTheJdksOwnLogging() {
        try (CapturedLog captured = new CapturedLog()) {
            LogRecord said = new LogRecord(java.util.logging.Level.SEVERE, CANARY);
            said.setLoggerName("jdk.example");
            said.setThrown(new RuntimeException(CANARY));

            new JulBridge().publish(said);

            assertThat(captured.text())
                    .contains("\"logger\":\"jdk.example\"")
                    .contains("java.lang.RuntimeException")
                    .doesNotContain(CANARY);
        }
    }

    @Test
    void doesNotTakeAMessageOfOursInAnotherWayForAnEvent() {
        try (CapturedLog captured = new CapturedLog()) {
            LoggerFactory.getLogger("sotto.session").info("{}", CANARY);

            assertThat(captured.text()).contains("third.party").doesNotContain(CANARY);
        }
    }
}

package dev.sotto.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LineAppenderTest {

    @Test
    void writesEveryLineBeforeItStops() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineAppender appender = new LineAppender(out, LogFormat.JSON);
        appender.start();

        for (int i = 0; i < 100; i++) {
            appender.doAppend(event(i));
        }
        appender.stop();

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(100);
    }

    @Test
    void neverWaitsForAReaderThatStallsAndTellsHowManyLinesWereLost() {
        StalledStream out = new StalledStream();
        LineAppender appender = new LineAppender(out, LogFormat.JSON);
        appender.start();

        int more = 500;
        for (int i = 0; i < LineAppender.MAX_WAITING + 1 + more; i++) {
            appender.doAppend(event(i));
        }
        out.goOn.countDown();
        appender.stop();

        String text = out.bytes.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("\"event\":\"log.dropped\"");
        assertThat(text.lines().filter(line -> line.contains("turn.done")).count())
                .isBetween((long) LineAppender.MAX_WAITING, LineAppender.MAX_WAITING + 1L);
    }

    private static LoggingEvent event(int count) {
        LoggingEvent event = new LoggingEvent();
        event.setLevel(Level.INFO);
        event.setInstant(Instant.EPOCH);
        event.setLoggerName("sotto.session");
        event.setArgumentArray(
                new Object[] {new Entry(Component.SESSION, Event.TURN_DONE, List.of(Field.count(count)), null)});
        return event;
    }

    private static final class StalledStream extends OutputStream {

        private final CountDownLatch goOn = new CountDownLatch(1);
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            bytes.write(b, offset, length);
        }
    }
}

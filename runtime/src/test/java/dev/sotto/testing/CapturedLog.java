package dev.sotto.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import dev.sotto.log.LogFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * Listens to the log, in place of standard error, while it is open, and holds each line as it would come out. It hears everything, at the lowest
 * level, also from third-party loggers, and from every test that runs at the same time.
 */
public final class CapturedLog implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root;
    private final Logger ours;
    private final Level rootLevel;
    private final Level oursLevel;
    private final Appender<ILoggingEvent> usual;
    private final Appender<ILoggingEvent> appender;

    /** Listens for JSON lines. */
    public CapturedLog() {
        this(LogFormat.JSON);
    }

    /** Listens. */
    public CapturedLog(LogFormat format) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ours = context.getLogger("sotto");
        usual = root.iteratorForAppenders().next();
        root.detachAppender(usual);
        rootLevel = root.getLevel();
        oursLevel = ours.getLevel();
        appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(format.line(event));
            }
        };
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        ours.setLevel(Level.TRACE);
    }

    /** Returns what was logged so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns what was logged so far as one text, to search it. */
    public String text() {
        return String.join("", lines);
    }

    /** Returns the lines of one event, by its name in the log. */
    public List<String> linesOf(String event) {
        return lines.stream()
                .filter(line -> line.contains("\"event\":\"" + event + "\""))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        root.addAppender(usual);
        appender.stop();
        root.setLevel(rootLevel);
        ours.setLevel(oursLevel);
    }
}

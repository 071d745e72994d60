package dev.sotto.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/**
 * Sets Logback up without a file, found by Logback through {@code ServiceLoader}, so that no process of ours, not even a
 * test, ever logs in another way: ours from INFO up, third-party loggers from WARN up.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    private static final String APPENDER = "stderr";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.WARN);
        context.getLogger(Component.ROOT).setLevel(Level.INFO);
        LineAppender appender = new LineAppender(System.err, LogFormat.JSON);
        appender.setName(APPENDER);
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Chooses how lines look and how much is told, and takes in what would go past the log: uncaught exceptions and
     * {@code java.util.logging}, both of which print messages by default. Called first thing by every process,
     * and again by one whose settings say more.
     *
     * @param lowest the lowest level of our own events; third-party loggers stay at WARN
     */
    public static void start(LogFormat format, LogLevel lowest) {
        System.setProperty("java.util.logging.config.class", JulBridge.Configuration.class.getName());
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Component.ROOT).setLevel(Level.toLevel(lowest.name()));
        if (context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(APPENDER) instanceof LineAppender lines) {
            lines.format(format);
        }
        EventLog log = EventLog.of(Component.SERVER);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> log.fault(Event.SERVER_FAULT, thrown));
    }

    /** Writes what still waits. Last thing a process does; nothing is logged after it. */
    public static void stop() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
    }
}

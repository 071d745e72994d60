package dev.sotto.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/**
 * Leads {@code java.util.logging}, where the JDK and some libraries write, into the log, from WARNING up and without its
 * messages.
 */
public final class JulBridge extends Handler {

    @Override
    public void publish(LogRecord event) {
        String name = event.getLoggerName() == null ? "java" : event.getLoggerName();
        LoggerFactory.getLogger(name).warn("", event.getThrown());
    }

    @Override
    public void flush() {
        // The log flushes each line.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    /**
     * Makes the bridge the only handler. The JDK creates one of these, by the name in a system property, when the first
     * of its loggers is used, and not at all if none is; that costs no time at the start.
     */
    public static final class Configuration {

        public Configuration() throws IOException {
            String settings = "handlers=" + JulBridge.class.getName() + "\n.level=WARNING\n";
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }
}

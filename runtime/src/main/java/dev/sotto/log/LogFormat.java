package dev.sotto.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a line of the log looks. Both forms render an {@link Entry} of ours field by field, and of anybody else's event
 * the logger's name, the level and the exception's classes and frames. No form ever looks at a message, its arguments,
 * markers, the diagnostic context or key-value pairs: that is what keeps libraries from quoting their input here.
 */
public enum LogFormat {
    /** One JSON object a line, for programs. */
    JSON {
        @Override
        public String line(ILoggingEvent event) {
            JsonLine line = new JsonLine();
            line.string("time", ISO.format(event.getInstant()));
            line.string("level", event.getLevel().toString());
            Optional<Entry> entry = entryOf(event);
            if (entry.isPresent()) {
                line.string("component", entry.get().component().word());
                line.string("event", entry.get().event().word());
                entry.get().fields().forEach(field -> line.value(field.key(), field.value()));
                entry.map(Entry::fault).ifPresent(fault -> line.string("fault", fault.value()));
            } else {
                line.string("event", Event.THIRD_PARTY.word());
                line.string("logger", event.getLoggerName());
            }
            if (event.getThrowableProxy() != null) {
                line.strings("exception", stack(event.getThrowableProxy()));
            }
            return line.end();
        }
    },

    /** The same for people at a terminal, in local time. */
    HUMAN {
        @Override
        public String line(ILoggingEvent event) {
            StringBuilder line = new StringBuilder(80);
            line.append(CLOCK.format(event.getInstant().atZone(ZoneId.systemDefault())));
            line.append(event.getLevel().isGreaterOrEqual(Level.WARN) ? " ! " : "   ");
            Optional<Entry> entry = entryOf(event);
            if (entry.isPresent()) {
                line.append(entry.get().event().word());
                entry.get().fields().forEach(field -> line.append(' ').append(printable(field.toString())));
                entry.map(Entry::fault)
                        .ifPresent(fault -> line.append(" fault=").append(fault));
            } else {
                line.append(Event.THIRD_PARTY.word()).append(" logger=").append(printable(event.getLoggerName()));
            }
            if (event.getThrowableProxy() != null) {
                stack(event.getThrowableProxy())
                        .forEach(frame -> line.append("\n      ").append(frame));
            }
            return line.append('\n').toString();
        }
    };

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final int MAX_FRAMES = 24;
    private static final int MAX_CAUSES = 8;

    /** Returns the event as text that ends in a line break. */
    public abstract String line(ILoggingEvent event);

    private static Optional<Entry> entryOf(ILoggingEvent event) {
        Object[] arguments = event.getArgumentArray();
        boolean ours = arguments != null && arguments.length == 1 && arguments[0] instanceof Entry;
        return ours ? Optional.of((Entry) arguments[0]) : Optional.empty();
    }

    private static List<String> stack(IThrowableProxy thrown) {
        List<String> lines = new ArrayList<>();
        IThrowableProxy current = thrown;
        for (int depth = 0; current != null && depth < MAX_CAUSES; depth++, current = current.getCause()) {
            lines.add((depth == 0 ? "" : "caused by ") + current.getClassName());
            StackTraceElementProxy[] frames = current.getStackTraceElementProxyArray();
            int fresh = Math.min(frames.length - current.getCommonFrames(), MAX_FRAMES);
            for (int i = 0; i < fresh; i++) {
                StackTraceElement frame = frames[i].getStackTraceElement();
                lines.add("at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber());
            }
        }
        return lines;
    }

    /** A file's name may hold control characters; a terminal shall not obey them. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

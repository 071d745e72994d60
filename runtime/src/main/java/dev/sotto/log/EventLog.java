package dev.sotto.log;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The log of one component. Safe for any thread; never blocks: a line that cannot be written at once waits in a bounded
 * queue, and is counted and dropped when that is full.
 */
public final class EventLog {

    private final Component component;
    private final Logger logger;

    private EventLog(Component component) {
        this.component = component;
        this.logger = LoggerFactory.getLogger(component.loggerName());
    }

    /** Returns the log of a component. */
    public static EventLog of(Component component) {
        return new EventLog(component);
    }

    /** Tells what only somebody who looks for a cause wants to know. Off unless switched on. */
    public void debug(Event event, Field... fields) {
        write(Level.DEBUG, event, fields);
    }

    /** Tells what happened. */
    public void info(Event event, Field... fields) {
        write(Level.INFO, event, fields);
    }

    /** Tells what somebody should look at when there is time. */
    public void warn(Event event, Field... fields) {
        write(Level.WARN, event, fields);
    }

    /** Tells what somebody should look at now. */
    public void error(Event event, Field... fields) {
        write(Level.ERROR, event, fields);
    }

    /**
     * Tells of a bug or of broken machinery. Of the exception and its causes the classes and stack frames are written,
     * never the messages, for those like to quote what they could not digest.
     *
     * @return the number to give to whoever is affected
     */
    public FaultId fault(Event event, Throwable fault, Field... fields) {
        FaultId id = FaultId.next();
        logger.atLevel(Level.ERROR)
                .setMessage("{}")
                .addArgument(new Entry(component, event, List.of(fields), id))
                .setCause(fault)
                .log();
        return id;
    }

    private void write(Level level, Event event, Field... fields) {
        logger.atLevel(level)
                .setMessage("{}")
                .addArgument(new Entry(component, event, List.of(fields), null))
                .log();
    }
}

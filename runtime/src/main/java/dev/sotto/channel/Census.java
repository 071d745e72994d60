package dev.sotto.channel;

import dev.sotto.metrics.Bound;
import dev.sotto.metrics.Metrics;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts connections and keeps them within two bounds: how many there are, and how many of them have not yet shown that
 * they have any business here. Safe for any thread.
 */
public final class Census {

    private final int most;
    private final int mostUnproven;
    private final Metrics metrics;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger unproven = new AtomicInteger();

    /**
     * @param most connections of any kind
     * @param mostUnproven connections that belong to no session
     */
    public Census(int most, int mostUnproven, Metrics metrics) {
        this.most = most;
        this.mostUnproven = mostUnproven;
        this.metrics = metrics;
        metrics.bound(Bound.SOCKETS, most, open::get);
        metrics.bound(Bound.UNPROVEN_SOCKETS, mostUnproven, unproven::get);
    }

    /** Counts a new connection in, if there is room for it. What is counted in must leave. */
    public Place enter() {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            metrics.boundReached(Bound.SOCKETS);
            return Place.NONE;
        }
        if (unproven.incrementAndGet() > mostUnproven) {
            unproven.decrementAndGet();
            open.decrementAndGet();
            metrics.boundReached(Bound.UNPROVEN_SOCKETS);
            return Place.NONE;
        }
        return new Taken();
    }

    /** A connection's place among the others. */
    public sealed interface Place {

        /** No place: the connection is one too many. */
        Place NONE = new None();

        /** Returns whether there was room. */
        boolean isGranted();

        /** The connection belongs to a session from now on. */
        void prove();

        /** The connection is gone. */
        void leave();
    }

    private static final class None implements Place {

        @Override
        public boolean isGranted() {
            return false;
        }

        @Override
        public void prove() {
            // It was not counted.
        }

        @Override
        public void leave() {
            // It was not counted.
        }
    }

    private final class Taken implements Place {

        private final AtomicBoolean isUnproven = new AtomicBoolean(true);
        private final AtomicBoolean isHere = new AtomicBoolean(true);

        @Override
        public boolean isGranted() {
            return true;
        }

        @Override
        public void prove() {
            if (isUnproven.compareAndSet(true, false)) {
                unproven.decrementAndGet();
            }
        }

        @Override
        public void leave() {
            if (isHere.compareAndSet(true, false)) {
                prove();
                open.decrementAndGet();
            }
        }
    }
}
